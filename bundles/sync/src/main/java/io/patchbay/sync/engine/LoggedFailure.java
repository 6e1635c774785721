package io.patchbay.sync.engine;

import io.patchbay.feeds.Reason;
import org.jspecify.annotations.Nullable;

/** A failure of somebody else's code as it may go into the log: where it was and what caused it, in words that neither fill the log nor forge its lines. */
final class LoggedFailure extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int MOST_CAUSES = 9;

    private LoggedFailure(Throwable failure, @Nullable Throwable cause) {
        super(Reason.of(failure.toString()), cause);
        setStackTrace(failure.getStackTrace());
    }

    static LoggedFailure of(Throwable failure) {
        return of(failure, MOST_CAUSES);
    }

    private static LoggedFailure of(Throwable failure, int most) {
        Throwable cause = failure.getCause();
        return new LoggedFailure(failure, cause == null || most == 0 ? null : of(cause, most - 1));
    }
}
