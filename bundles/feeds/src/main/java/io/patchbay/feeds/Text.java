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

/** Reads plain text: UTF-8, with or without a byte order mark. A page of HTML or binary data in its place is refused. */
public final class Text {
    /** What stands for bytes that are not UTF-8, unless the document has it itself. */
    private static final char REPLACEMENT = '\ufffd';

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

    /** Most documents have no replacement character, and decode without an error then. */
    private static String utf8(byte[] bytes, String document) throws FeedException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(bytes, document);
        }
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static void requireUtf8(byte[] bytes, String document) throws FeedException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new FeedException(Code.NOT_WELL_FORMED, document, "", "expected UTF-8", e);
        }
    }

    private static boolean isHtml(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return begins(text, start, "<!doctype html") || begins(text, start, "<html");
    }

    private static boolean begins(String text, int start, String tag) {
        return text.regionMatches(true, start, tag, 0, tag.length());
    }
}
