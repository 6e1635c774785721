package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/** Required attributes of the element that a cursor is at, as Microsoft's documents write their values. */
public final class Attributes {
    private static final int MOST_DIGITS = 9;
    private static final String PLAIN = "0000-00-00T00:00:00Z";

    private Attributes() {}

    /** The attribute; refused if it is missing. */
    public static String text(XmlReader xml, String name) throws FeedException {
        String value = xml.attribute(name);
        if (value == null) {
            throw xml.failure("expected the attribute " + name + " on " + xml.name());
        }
        return value;
    }

    /** An update id, whose case varies from document to document. */
    public static UpdateId id(XmlReader xml, String name) throws FeedException {
        String value = text(xml, name);
        try {
            return UpdateId.parse(value);
        } catch (IllegalArgumentException e) {
            throw notA(xml, name, "update id", value);
        }
    }

    /** A whole number of at most nine digits. */
    public static int number(XmlReader xml, String name) throws FeedException {
        String value = text(xml, name);
        if (!isNumber(value, 0, value.length()) || value.length() > MOST_DIGITS) {
            throw notA(xml, name, "number", value);
        }
        return Integer.parseInt(value);
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** The day of a time in any of the forms that occur; the day in UTC if it has an offset. */
    public static LocalDate date(XmlReader xml, String name) throws FeedException {
        String value = text(xml, name);
        try {
            return date(value);
        } catch (DateTimeParseException e) {
            throw notA(xml, name, "time", value);
        }
    }

    static LocalDate date(String time) {
        return isPlain(time)
                ? LocalDate.of(digits(time, 0, 4), digits(time, 5, 7), digits(time, 8, 10))
                : anyDate(time);
    }

    /** Whether it is as almost all are, {@code 2022-08-09T17:00:00Z}, of which there are so many that it counts. */
    private static boolean isPlain(String time) {
        boolean plain = time.length() == PLAIN.length();
        for (int i = 0; plain && i < PLAIN.length(); i++) {
            plain = PLAIN.charAt(i) == '0' ? isNumber(time, i, i + 1) : time.charAt(i) == PLAIN.charAt(i);
        }
        return plain && isDay(digits(time, 5, 7), digits(time, 8, 10)) && isTime(time);
    }

    /** The days that every month has; the others are for {@link #anyDate}. */
    private static boolean isDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 28;
    }

    private static boolean isTime(String time) {
        return digits(time, 11, 13) < 24 && digits(time, 14, 16) < 60 && digits(time, 17, 19) < 60;
    }

    private static int digits(String time, int from, int to) {
        return Integer.parseInt(time, from, to, 10);
    }

    private static LocalDate anyDate(String time) {
        TemporalAccessor parsed =
                DateTimeFormatter.ISO_DATE_TIME.parseBest(time, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime offset
                ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : LocalDate.from(parsed);
    }

    private static FeedException notA(XmlReader xml, String name, String what, String value) {
        return xml.failure(
                "expected a " + what + " in the attribute " + name + " of " + xml.name() + ", not \"" + value + '"');
    }
}
