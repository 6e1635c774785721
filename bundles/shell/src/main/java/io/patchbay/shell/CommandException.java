package io.patchbay.shell;

/** A command could not do what it was asked. The message is one line for the operator; the shell prints it, and nothing else. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message, null, false, false);
    }
}
