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
