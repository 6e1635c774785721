package io.patchbay.shell;

/** A command could not do what it was asked. The message is one line for the operator; the shell prints it, and nothing else. */
final class CommandException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandException(String message) {
        super(message, null, false, false);
    }

    /** What the shell on a terminal prints: without the name of the class, which says nothing to an operator. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return String.valueOf(getMessage());
    }
}
