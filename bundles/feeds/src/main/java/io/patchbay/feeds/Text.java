package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads plain text: UTF-8, with or without a byte order mark. A page of HTML or binary data in its place is refused. */
public final class Text {
    private static final int BEGINNING = 200;

    private Text() {}

    /** The feed's document as one text; it is never empty. */
    public static String read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        return decode(Bounded.bytes(snapshot, feed), feed.name());
    }

    /** The document as one text; it is never empty. */
    public static String read(Snapshot snapshot, Document document) throws IOException, FeedException {
        return decode(Bounded.bytes(snapshot, document), document.name());
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
        String text = utf8(bytes, document);
        if (text.indexOf('\0') >= 0) {
            throw new FeedException(Code.CONTROL_OR_BIDI_CHARS, document, "", "expected text, found binary data");
        }
        if (isHtml(text)) {
            throw new FeedException(document, "", "expected a document without markup, found a page of HTML");
        }
        return text;
    }

    private static String utf8(byte[] bytes, String document) throws FeedException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            String text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new FeedException(Code.NOT_WELL_FORMED, document, "", "expected UTF-8", e);
        }
    }

    /** Refuses what {@link #decode} would refuse for its beginning, without decoding it. */
    static void requireNoPage(byte[] bytes, String document) throws FeedException {
        for (byte b : bytes) {
            if (b == '<') {
                decode(bytes, document);
            }
            if (b > ' ') {
                return;
            }
        }
    }

    private static boolean isHtml(String text) {
        String beginning = text.stripLeading();
        beginning =
                beginning.substring(0, Math.min(beginning.length(), BEGINNING)).toLowerCase(Locale.ROOT);
        return beginning.startsWith("<!doctype html") || beginning.startsWith("<html");
    }
}
