package io.patchbay.spi;

import java.io.IOException;

/** The upstream was asked a {@link Question} and refused, for a reason that it may have told. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final byte[] reason;

    /**
     * Describes a refusal.
     *
     * @param message names feed, address and status
     * @param status the HTTP status
     * @param reason the body of the answer, or the beginning of it
     */
    public RefusedException(String message, int status, byte[] reason, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.reason = reason.clone();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The body of the answer, of which at most 64 KiB are kept; a SOAP fault, for example. */
    public byte[] reason() {
        return reason.clone();
    }
}
