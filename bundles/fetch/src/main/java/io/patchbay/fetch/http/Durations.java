package io.patchbay.fetch.http;

import java.time.Duration;

/** Durations as people read them. */
final class Durations {
    private Durations() {}

    /** Such as {@code 30 s} or {@code 250 ms}. */
    static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
