package io.patchbay.feeds.sdp;

/** That SDP has no way to say what an update says. The message is the reason, such as {@code it has 2 files}. */
final class InexpressibleException extends Exception {
    private static final long serialVersionUID = 1L;

    InexpressibleException(String reason) {
        super(reason);
    }

    /** The reason. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
