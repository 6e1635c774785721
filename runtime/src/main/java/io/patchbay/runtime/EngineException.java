package io.patchbay.runtime;

/** The engine cannot start, or cannot be reached. */
class EngineException extends Exception {
    EngineException(String message) {
        super(message);
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Another process holds the data folder. */
    static final class InUse extends EngineException {
        InUse(String message) {
            super(message);
        }
    }
}
