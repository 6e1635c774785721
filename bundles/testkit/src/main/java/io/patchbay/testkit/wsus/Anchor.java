package io.patchbay.testkit.wsus;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How a number of changes is written as an anchor: as a time, and before it, if the server is a WSUS, a counter that decides nothing. */
final class Anchor {
    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 10, 4, 16, 33, 26, 670_000_000);
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private Anchor() {}

    static String write(int changes, boolean counter) {
        String time = FORM.format(FIRST.plus(changes, ChronoUnit.MILLIS));
        return counter ? changes + "," + time : time;
    }

    /** The number of changes; empty if it is no anchor. */
    static Optional<Integer> read(String anchor) {
        try {
            LocalDateTime time = LocalDateTime.parse(anchor.substring(anchor.indexOf(',') + 1), FORM);
            return Optional.of((int) FIRST.until(time, ChronoUnit.MILLIS));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
