package io.patchbay.sync.engine;

import io.patchbay.sync.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a provider runs without being asked: at once if it never ran or is new in this version, then at intervals; sooner after a failure, and
 * at once if the clock was set back to before the last run, or nothing would run until then.
 *
 * @param interval between two runs; zero or less for no runs at all
 */
record Schedule(Duration interval) {
    private static final Duration RETRY = Duration.ofMinutes(15);

    boolean isDue(Plugged plugged, Optional<Run> last, Instant now) {
        if (interval.isZero() || interval.isNegative()) {
            return false;
        }
        return last.map(run -> isOtherVersion(plugged, run) || isOver(run, now)).orElse(true);
    }

    private static boolean isOtherVersion(Plugged plugged, Run run) {
        return !run.version().equals(plugged.version().toString());
    }

    /** A run that ended in the future was there before the clock was set back; nobody waits for that time to come again. */
    private boolean isOver(Run run, Instant now) {
        Instant ended = run.ended();
        return ended != null
                && (ended.isAfter(now) || !ended.plus(pauseAfter(run)).isAfter(now));
    }

    private Duration pauseAfter(Run run) {
        boolean settled = run.succeeded() || run.state() == Run.State.HELD;
        return settled || interval.compareTo(RETRY) < 0 ? interval : RETRY;
    }
}
