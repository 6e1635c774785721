package io.patchbay.feeds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day as people write it in English, wherever this runs: {@code March 4, 2025}, {@code January 23rd, 2024}, {@code Oct 12, 2021}, {@code
 * August, 2018}.
 *
 * @param day null if only the month is told
 */
public record EnglishDate(@Nullable LocalDate day) {
    private static final Pattern SHAPE =
            Pattern.compile("([A-Za-z]{3,9})\\.?(?: ([0-9]{1,2})(?:st|nd|rd|th)?)?,? ([0-9]{4})");

    /** Empty if the text is no date. */
    public static Optional<EnglishDate> read(String text) {
        Matcher parts = SHAPE.matcher(text.strip());
        return parts.matches() ? month(parts.group(1)).flatMap(month -> of(month, parts)) : Optional.empty();
    }

    private static Optional<EnglishDate> of(Month month, Matcher parts) {
        String day = parts.group(2);
        if (day == null) {
            return Optional.of(new EnglishDate(null));
        }
        try {
            int year = Integer.parseInt(parts.group(3));
            return Optional.of(new EnglishDate(LocalDate.of(year, month, Integer.parseInt(day))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Month> month(String word) {
        String start = word.toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(start))
                .findFirst();
    }
}
