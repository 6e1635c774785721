package io.patchbay.fetch.http;

import io.patchbay.spi.Feed.Format;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Looks at the beginning of a document, because a content network may answer a page of its own with status 200. */
final class Sniffer {
    private static final int ENOUGH = 512;
    private static final Pattern NOT_CONTENT = Pattern.compile("^(\\xEF\\xBB\\xBF|\\xFF\\xFE|\\xFE\\xFF)|\\x00");
    private static final Pattern PAGE = Pattern.compile("<(!doctype\\s+)?html\\b.*", Pattern.DOTALL);

    private Sniffer() {}

    /** Fails if the document is empty or of another kind than its feed declares. The stream must support marks. */
    static void check(InputStream in, Format format) throws IOException {
        in.mark(ENOUGH);
        byte[] beginning = in.readNBytes(ENOUGH);
        in.reset();
        if (beginning.length == 0) {
            throw FetchFailure.lasting("the document is empty");
        }
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        if (!looksLike(format).test(text)) {
            throw FetchFailure.lasting("the document is not " + format + (isPage(text) ? " but an HTML page" : ""));
        }
    }

    private static Predicate<String> looksLike(Format format) {
        return switch (format) {
            case CABINET -> text -> text.startsWith("MSCF");
            case HTML -> text -> content(text).startsWith("<");
            case XML -> text -> content(text).startsWith("<") && !isPage(text);
            case JSON -> text -> content(text).startsWith("{") || content(text).startsWith("[");
            case TEXT, YAML -> text -> !content(text).startsWith("<");
            case BINARY -> text -> !isPage(text);
        };
    }

    private static boolean isPage(String text) {
        return PAGE.matcher(content(text)).matches();
    }

    /** What people would see: no byte order mark, no zero bytes of UTF-16, no leading space. */
    private static String content(String text) {
        return NOT_CONTENT.matcher(text).replaceAll("").strip().toLowerCase(Locale.ROOT);
    }
}
