package io.patchbay.cabinet;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/** The two 16-bit words in which a cabinet keeps a date and a time: years since 1980, seconds by two. */
final class DosTime {
    static final LocalDateTime NONE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private DosTime() {}

    static LocalDateTime read(int date, int time) {
        try {
            return LocalDateTime.of(
                    1980 + (date >> 9), (date >> 5) & 15, date & 31, time >> 11, (time >> 5) & 63, (time & 31) * 2);
        } catch (DateTimeException notADate) {
            return NONE;
        }
    }

    static int date(LocalDateTime when) {
        return ((when.getYear() - 1980) << 9) | (when.getMonthValue() << 5) | when.getDayOfMonth();
    }

    static int time(LocalDateTime when) {
        return (when.getHour() << 11) | (when.getMinute() << 5) | (when.getSecond() / 2);
    }
}
