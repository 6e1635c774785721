package io.patchbay.feeds;

import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads checksum lists as {@code sha256sum} writes them: a digest in hex, two spaces or a space and an asterisk, a path. Paths may contain
 * spaces and are compared whole.
 */
public final class Checksums {
    private static final int SHORTEST = 32;
    private static final int LONGEST = 128;

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
        List<String> lines = lines(document, Text.read(snapshot, document));
        Map<String, String> digests = new LinkedHashMap<>(2 * lines.size());
        int length = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank()) {
                continue;
            }
            int end = digestEnd(line);
            if (end < 0 || (length != 0 && end != length)) {
                throw new FeedException(document.name(), place(i), "expected a digest, two spaces and a path");
            }
            length = end;
            String digest = line.substring(0, end).toLowerCase(Locale.ROOT);
            String path = line.substring(end + 2);
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
        int end = digestEnd(text);
        String value = end > 0 && text.substring(end + 2).equals(file) ? text.substring(0, end) : text;
        try {
            return ofSomething(new Digest(algorithm, value, document), file);
        } catch (IllegalArgumentException e) {
            throw new FeedException(
                    document, "", "expected the " + algorithm.title() + " of " + file + ", " + e.getMessage(), e);
        }
    }

    /** Where the digest ends that a line of a list begins with; -1 if it is no such line. Lists have thousands of lines, and patterns are slow. */
    private static int digestEnd(String line) {
        int end = line.indexOf(' ');
        boolean list = end >= SHORTEST
                && end <= LONGEST
                && line.length() > end + 2
                && (line.charAt(end + 1) == ' ' || line.charAt(end + 1) == '*')
                && line.charAt(end + 2) > ' ';
        return list && isHex(line, end) ? end : -1;
    }

    private static boolean isHex(String line, int end) {
        for (int i = 0; i < end; i++) {
            if (!HexFormat.isHexDigit(line.charAt(i))) {
                return false;
            }
        }
        return true;
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
