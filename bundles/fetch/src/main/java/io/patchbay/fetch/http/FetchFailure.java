package io.patchbay.fetch.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Why an exchange failed, in words that hold no secret, and whether it may go better the next time. */
final class FetchFailure extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final int status;
    private final byte[] said;

    private FetchFailure(String reason, boolean passing, @Nullable Throwable cause) {
        this(reason, passing, cause, 0, new byte[0]);
    }

    private FetchFailure(String reason, boolean passing, @Nullable Throwable cause, int status, byte[] said) {
        super(reason, cause);
        this.passing = passing;
        this.status = status;
        this.said = said;
    }

    /** A failure that the next attempt would meet again. */
    static FetchFailure lasting(String reason) {
        return new FetchFailure(reason, false, null);
    }

    static FetchFailure lasting(String reason, Throwable cause) {
        return new FetchFailure(reason, false, cause);
    }

    /** A failure that may be over when the request is sent again. */
    static FetchFailure passing(String reason) {
        return new FetchFailure(reason, true, null);
    }

    static FetchFailure passing(String reason, Throwable cause) {
        return new FetchFailure(reason, true, cause);
    }

    /** A failure that may be over later, or not. */
    static FetchFailure of(String reason, boolean passing) {
        return new FetchFailure(reason, passing, null);
    }

    /** The same after something that led to it. */
    FetchFailure after(String event) {
        return new FetchFailure(event + ": " + getMessage(), passing, this, status, said);
    }

    /** The same, which came with this status and in these words of the upstream. */
    FetchFailure saying(int itsStatus, byte[] words) {
        return new FetchFailure(String.valueOf(getMessage()), passing, this, itsStatus, words);
    }

    boolean mayPass() {
        return passing;
    }

    /** The status that a question was refused with; 0 for any other failure. */
    int status() {
        return status;
    }

    /** What the upstream said when it refused. */
    byte[] said() {
        return said;
    }
}
