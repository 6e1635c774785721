package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/**
 * What a session shows at every call.
 *
 * @param expiration as it was given
 * @param data opaque
 * @param renewal when to get another one
 */
record Cookie(String expiration, String data, Instant renewal) {
    private static final Duration EARLY = Duration.ofMinutes(2);
    /** Clocks differ: a cookie that seems to be expired already is used all the same, and the server's fault will tell. */
    private static final Duration AT_LEAST = Duration.ofMinutes(1);

    /**
     * Reads a GetCookieResult.
     *
     * @param now when it was given
     */
    static Cookie read(XmlReader xml, Instant now) throws IOException, FeedException {
        String expiration = "";
        String data = "";
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "Expiration" -> expiration = xml.text();
                case "EncryptedData" -> data = xml.text();
                default -> {}
            }
        }
        if (data.isEmpty()) {
            throw xml.failure("expected EncryptedData in a cookie");
        }
        Instant early = time(xml, expiration).minus(EARLY);
        Instant soonest = now.plus(AT_LEAST);
        return new Cookie(expiration, data, early.isAfter(soonest) ? early : soonest);
    }

    private static Instant time(XmlReader xml, String text) throws FeedException {
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw xml.failure("expected a time as the Expiration of a cookie, not \"" + text + '"');
        }
    }

    /** As a parameter of this name. */
    String xml(String name) {
        return "<" + name + ">" + Operation.element("Expiration", expiration) + Operation.element("EncryptedData", data)
                + "</" + name + ">";
    }
}
