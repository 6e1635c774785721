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
import java.util.HexFormat;
import java.util.UUID;

/**
 * Required attributes of the element that a cursor is at, as Microsoft's documents write their values. There are millions, so numbers
 * are read from the parser's buffer.
 */
public final class Attributes {
    private static final int MOST_DIGITS = 9;
    private static final String PLAIN_TIME = "0000-00-00T00:00:00Z";
    private static final int ID_LENGTH = 36;

    private Attributes() {}

    /** Keeps an update id as two numbers. */
    @FunctionalInterface
    public interface Halves {
        /** Takes the halves of an id; returns the number that stands for it from now on. */
        int take(long high, long low);
    }

    /** The attribute; refused if it is missing. */
    public static String text(XmlReader xml, String name) throws FeedException {
        String value = xml.attribute(name);
        if (value == null) {
            throw missing(xml, name);
        }
        return value;
    }

    /** The attribute as {@link XmlReader#characters} gives it; refused if it is missing. */
    public static CharSequence characters(XmlReader xml, String name) throws FeedException {
        CharSequence value = xml.characters(name);
        if (value == null) {
            throw missing(xml, name);
        }
        return value;
    }

    private static FeedException missing(XmlReader xml, String name) {
        return xml.failure("expected the attribute " + name + " on " + xml.name());
    }

    /** An update id, whose case varies from document to document. */
    public static UpdateId id(XmlReader xml, String name) throws FeedException {
        CharSequence value = characters(xml, name);
        return isPlainId(value) ? new UpdateId(new UUID(high(value), low(value))) : anyId(xml, name);
    }

    /** As {@link #id(XmlReader, String)}, without objects. */
    public static int id(XmlReader xml, String name, Halves ids) throws FeedException {
        CharSequence value = characters(xml, name);
        if (isPlainId(value)) {
            return ids.take(high(value), low(value));
        }
        UUID id = anyId(xml, name).value();
        return ids.take(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private static UpdateId anyId(XmlReader xml, String name) throws FeedException {
        String value = text(xml, name);
        try {
            return UpdateId.parse(value);
        } catch (IllegalArgumentException e) {
            throw notA(xml, name, "update id", value);
        }
    }

    /** Whether it is as almost all are: without braces. */
    private static boolean isPlainId(CharSequence text) {
        boolean plain = text.length() == ID_LENGTH;
        for (int i = 0; plain && i < ID_LENGTH; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            plain = hyphen ? text.charAt(i) == '-' : HexFormat.isHexDigit(text.charAt(i));
        }
        return plain;
    }

    private static long high(CharSequence id) {
        return hex(id, 0, 8) << 32 | hex(id, 9, 13) << 16 | hex(id, 14, 18);
    }

    private static long low(CharSequence id) {
        return hex(id, 19, 23) << 48 | hex(id, 24, ID_LENGTH);
    }

    private static long hex(CharSequence text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number << 4 | HexFormat.fromHexDigit(text.charAt(i));
        }
        return number;
    }

    /** A whole number of at most nine digits. */
    public static int number(XmlReader xml, String name) throws FeedException {
        CharSequence value = characters(xml, name);
        if (value.length() > MOST_DIGITS || !isNumber(value, 0, value.length())) {
            throw notA(xml, name, "number", text(xml, name));
        }
        return digits(value, 0, value.length());
    }

    private static boolean isNumber(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** The day of a time in any of the forms that occur; the day in UTC if it has an offset. */
    public static LocalDate date(XmlReader xml, String name) throws FeedException {
        CharSequence value = characters(xml, name);
        try {
            return date(value);
        } catch (DateTimeParseException e) {
            throw notA(xml, name, "time", text(xml, name));
        }
    }

    static LocalDate date(CharSequence time) {
        return isPlain(time)
                ? LocalDate.of(digits(time, 0, 4), digits(time, 5, 7), digits(time, 8, 10))
                : anyDate(time);
    }

    /** Whether it is as almost all are, {@code 2022-08-09T17:00:00}, often with a Z, of which there are so many that it counts. */
    private static boolean isPlain(CharSequence time) {
        boolean plain = time.length() == PLAIN_TIME.length() || time.length() == PLAIN_TIME.length() - 1;
        for (int i = 0; plain && i < time.length(); i++) {
            plain = PLAIN_TIME.charAt(i) == '0' ? isNumber(time, i, i + 1) : time.charAt(i) == PLAIN_TIME.charAt(i);
        }
        return plain && isDay(digits(time, 5, 7), digits(time, 8, 10)) && isTime(time);
    }

    /** The days that every month has; the others are for {@link #anyDate}. */
    private static boolean isDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= 28;
    }

    private static boolean isTime(CharSequence time) {
        return digits(time, 11, 13) < 24 && digits(time, 14, 16) < 60 && digits(time, 17, 19) < 60;
    }

    /** The number of these digits, which are some. */
    private static int digits(CharSequence text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }

    private static LocalDate anyDate(CharSequence time) {
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
