package io.patchbay.feeds;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as documents on the internet write them (RFC 3339). Most are in UTC and to the second, which needs no formatter. */
final class InternetTime {
    private static final String FORM = "0000-00-00T00:00:00Z";

    private InternetTime() {}

    /** Reads a time in full, with any number of digits of a second; throws {@link java.time.DateTimeException} if it is none. */
    static Instant read(String text) {
        if (!hasForm(text)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean hasForm(String text) {
        boolean has = text.length() == FORM.length();
        for (int i = 0; has && i < FORM.length(); i++) {
            char c = text.charAt(i);
            has = FORM.charAt(i) == '0' ? c >= '0' && c <= '9' : c == FORM.charAt(i);
        }
        return has;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
