package io.patchbay.sync.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The time by which ages are counted: never earlier than any that was seen, so that nothing looks younger because the clock was set back.
 * Thread-safe.
 */
final class SeenTime {
    private final Clock clock;
    private final AtomicReference<Instant> latest;

    /** Starts with the latest time that was seen before. */
    SeenTime(Clock clock, Instant seen) {
        this.clock = clock;
        this.latest = new AtomicReference<>(seen);
    }

    Instant now() {
        return latest.accumulateAndGet(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** How far the clock is behind the latest time that was seen. */
    Duration behind() {
        Instant seen = now();
        Duration behind = Duration.between(clock.instant(), seen);
        return behind.isNegative() ? Duration.ZERO : behind;
    }
}
