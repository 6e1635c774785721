package io.patchbay.feeds;

import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads checksum lists as {@code sha256sum} writes them: a digest in hex, two spaces or a space and an asterisk, a path. Paths may contain
 * spaces and are compared whole.
 */
public final class Checksums {
    private static final Pattern LINE = Pattern.compile("(\\p{XDigit}{32,128}) [ *](\\S.*)");

    /** SHA-256 and SHA-512. */
    private static final Set<String> OF_NOTHING = Set.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                    + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e");

    private Checksums() {}

    /**
     * The digests by path, in lower-case hex and in the document's order. A path that is listed twice with the same digest counts once.
     *
     * @throws FeedException for a line of another form, digests of different lengths, or a path with two digests; and for a last line that
     *     does not end, because then the list was cut short
     */
    public static Map<String, String> read(Snapshot snapshot, Document document) throws IOException, FeedException {
        Map<String, String> digests = new LinkedHashMap<>();
        List<String> lines = lines(document, Text.read(snapshot, document));
        int length = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            Matcher line = LINE.matcher(lines.get(i));
            if (!line.matches() || (length != 0 && line.end(1) != length)) {
                throw new FeedException(document.name(), place(i), "expected a digest, two spaces and a path");
            }
            length = line.end(1);
            String digest = line.group(1).toLowerCase(Locale.ROOT);
            String path = line.group(2);
            String other = digests.putIfAbsent(path, digest);
            if (other != null && !other.equals(digest)) {
                throw new FeedException(document.name(), place(i), "a second digest of " + path);
            }
        }
        if (digests.isEmpty()) {
            throw new FeedException(document.name(), "", "expected digests, found none");
        }
        return Collections.unmodifiableMap(digests);
    }

    /**
     * The digest of a file that has a document to itself: the digest alone, or the line of a list.
     *
     * @param document the name of the document
     * @param file the name of the file, which a line must have
     */
    public static Digest single(Snapshot snapshot, String document, Algorithm algorithm, String file)
            throws IOException, FeedException {
        String text = Text.read(snapshot, Bounded.find(snapshot, document)).strip();
        Matcher line = LINE.matcher(text);
        String value = line.matches() && line.group(2).equals(file) ? line.group(1) : text;
        try {
            return ofSomething(new Digest(algorithm, value, document), file);
        } catch (IllegalArgumentException e) {
            throw new FeedException(
                    document, "", "expected the " + algorithm.title() + " of " + file + ", " + e.getMessage(), e);
        }
    }

    /** What a vendor hashed after an upload that failed is no file of anybody's. */
    static Digest ofSomething(Digest digest, String file) throws FeedException {
        if (OF_NOTHING.contains(digest.value())) {
            throw new FeedException(digest.source(), file, "expected the digest of a file, found that of no bytes");
        }
        return digest;
    }

    private static String place(int line) {
        return "line " + (line + 1);
    }

    private static List<String> lines(Document document, String text) throws FeedException {
        List<String> lines = text.lines().toList();
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new FeedException(
                    document.name(), "line " + lines.size(), "expected the line to end, the list is cut short");
        }
        return lines;
    }
}
