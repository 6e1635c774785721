package io.patchbay.cabinet;

/** A reason without a place: what a part of the reader found wrong; the reader adds cabinet and place. */
final class MalformedDataException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedDataException(String reason) {
        super(reason);
    }

    MalformedDataException(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
