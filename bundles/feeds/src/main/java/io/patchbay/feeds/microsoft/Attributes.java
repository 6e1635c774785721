package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Required attributes of the element that a cursor is at, as Microsoft's documents write their values. There are millions, so numbers
 * are read from the parser's buffer.
 */
public final class Attributes {
    private static final int MOST_DIGITS = 9;
    private static final int LAST_YEAR = 9999;
    private static final String PLAIN_TIME = "0000-00-00T00:00:00Z";
    private static final int ID_LENGTH = 36;
    /** Stands for a half of an id that is not plain; an id that has it is read once more, with the same result. */
    private static final long NO_HALF = -1;

    private static final byte NO_DIGIT = -1;
    /** The hexadecimal digits of letters, so that each is looked at once only. */
    private static final byte[] HEX = hexDigits();

    private Attributes() {}

    private static byte[] hexDigits() {
        byte[] digits = new byte['f' + 1];
        for (char letter = 0; letter < digits.length; letter++) {
            digits[letter] = HexFormat.isHexDigit(letter) ? (byte) HexFormat.fromHexDigit(letter) : NO_DIGIT;
        }
        return digits;
    }

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
        long high = high(value);
        long low = low(value);
        return high == NO_HALF || low == NO_HALF ? anyId(xml, name) : new UpdateId(new UUID(high, low));
    }

    /** As {@link #id(XmlReader, String)}, without objects. */
    public static int id(XmlReader xml, String name, Halves ids) throws FeedException {
        CharSequence value = characters(xml, name);
        long high = high(value);
        long low = low(value);
        return high == NO_HALF || low == NO_HALF ? take(anyId(xml, name).value(), ids) : ids.take(high, low);
    }

    private static int take(UUID id, Halves ids) {
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

    /** The first half of an id that is as almost all are: without braces. */
    private static long high(CharSequence id) {
        if (id.length() != ID_LENGTH || !isHyphen(id, 8) || !isHyphen(id, 13) || !isHyphen(id, 18)) {
            return NO_HALF;
        }
        long first = hex(id, 0, 8);
        long second = hex(id, 9, 13);
        long third = hex(id, 14, 18);
        return (first | second | third) < 0 ? NO_HALF : first << 32 | second << 16 | third;
    }

    /** The second half of an id whose first half is plain. */
    private static long low(CharSequence id) {
        if (id.length() != ID_LENGTH || !isHyphen(id, 23)) {
            return NO_HALF;
        }
        long fourth = hex(id, 19, 23);
        long fifth = hex(id, 24, ID_LENGTH);
        return (fourth | fifth) < 0 ? NO_HALF : fourth << 48 | fifth;
    }

    private static boolean isHyphen(CharSequence text, int place) {
        return text.charAt(place) == '-';
    }

    /** A number of up to twelve digits; negative if one of them is none. */
    private static long hex(CharSequence text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            char letter = text.charAt(i);
            number = number << 4 | (letter < HEX.length ? HEX[letter] : NO_DIGIT);
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

    /** The day of a time in any of the forms that occur, in a year of four digits; the day in UTC if it has an offset. */
    public static LocalDate date(XmlReader xml, String name) throws FeedException {
        CharSequence value = characters(xml, name);
        try {
            return date(value);
        } catch (DateTimeException e) {
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

    /** The days that a month has in every year; the 29th of February is for {@link #anyDate}. */
    private static boolean isDay(int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).minLength();
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
        LocalDate date = parsed instanceof OffsetDateTime offset
                ? offset.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
                : LocalDate.from(parsed);
        if (date.getYear() < 0 || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("expected a year of four digits, not " + date.getYear());
        }
        return date;
    }

    private static FeedException notA(XmlReader xml, String name, String what, String value) {
        return xml.failure(
                "expected a " + what + " in the attribute " + name + " of " + xml.name() + ", not \"" + value + '"');
    }
}
