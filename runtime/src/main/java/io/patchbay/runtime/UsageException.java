package io.patchbay.runtime;

/** The command line asks for something that there is not. */
final class UsageException extends Exception {
    UsageException(String message) {
        super(message);
    }
}
