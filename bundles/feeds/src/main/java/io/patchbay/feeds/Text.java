package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads plain text: UTF-8, with or without a byte order mark. A page of HTML in its place is refused. */
public final class Text {
    private Text() {}

    /** The feed's document as one text. */
    public static String read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        return decode(Bounded.bytes(snapshot, Bounded.find(snapshot, feed), feed.sizeLimit()), feed.name());
    }

    /** The document as one text. */
    public static String read(Snapshot snapshot, Document document) throws IOException, FeedException {
        return decode(Bounded.bytes(snapshot, document, Bounded.WHOLE), document.name());
    }

    /** The lines of the feed's document, without their ends. */
    public static List<String> lines(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        return read(snapshot, feed).lines().toList();
    }

    /** The lines of the document, without their ends. */
    public static List<String> lines(Snapshot snapshot, Document document) throws IOException, FeedException {
        return read(snapshot, document).lines().toList();
    }

    static String decode(byte[] bytes, String document) throws FeedException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return refuseHtml(text.startsWith("\ufeff") ? text.substring(1) : text, document);
        } catch (CharacterCodingException e) {
            throw new FeedException(document, "", "expected UTF-8", e);
        }
    }

    private static String refuseHtml(String text, String document) throws FeedException {
        String start =
                text.substring(0, Math.min(text.length(), 100)).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            throw new FeedException(document, "", "expected plain text, found a page of HTML");
        }
        return text;
    }
}
