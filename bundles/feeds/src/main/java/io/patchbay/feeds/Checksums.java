package io.patchbay.feeds;

import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        String text = whole(document, Text.read(snapshot, document));
        Map<String, String> digests = new LinkedHashMap<>(text.length() / SHORTEST);
        int length = 0;
        int line = 1;
        for (int start = 0; start < text.length(); line++) {
            int end = text.indexOf('\n', start);
            String digest = digest(text, start, end);
            if (!digest.isEmpty() && (length == 0 || digest.length() == length)) {
                length = digest.length();
                add(digests, text.substring(start + length + 2, end), digest, document, line);
            } else if (!text.substring(start, end).isBlank()) {
                throw new FeedException(document.name(), place(line), "expected a digest, two spaces and a path");
            }
            start = end + 1;
        }
        if (digests.isEmpty()) {
            throw new FeedException(document.name(), "", "expected digests, found none");
        }
        return Collections.unmodifiableMap(digests);
    }

    private static void add(Map<String, String> digests, String path, String digest, Document document, int line)
            throws FeedException {
        String other = digests.putIfAbsent(path, digest);
        if (other != null && !other.equals(digest)) {
            throw new FeedException(document.name(), place(line), "a second digest of " + path);
        }
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
        String digest = digest(text, 0, text.length());
        String value = !digest.isEmpty() && text.substring(digest.length() + 2).equals(file) ? digest : text;
        try {
            return ofSomething(new Digest(algorithm, value, document), file);
        } catch (IllegalArgumentException e) {
            throw new FeedException(
                    document, "", "expected the " + algorithm.title() + " of " + file + ", " + e.getMessage(), e);
        }
    }

    /** The digest that a line begins with, in lower case; empty if it is no line of a list. Lists have thousands of lines, and patterns are slow. */
    private static String digest(String text, int start, int end) {
        int space = text.indexOf(' ', start);
        boolean list = space >= start + SHORTEST
                && space <= start + LONGEST
                && space + 2 < end
                && (text.charAt(space + 1) == ' ' || text.charAt(space + 1) == '*')
                && text.charAt(space + 2) > ' ';
        return list ? hex(text.substring(start, space)) : "";
    }

    /** The same in lower case, which nearly all are in already; empty if it is not hex. */
    private static String hex(String digits) {
        boolean lower = true;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            boolean capital = digit >= 'A' && digit <= 'F';
            if (!capital && (digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return "";
            }
            lower &= !capital;
        }
        return lower ? digits : digits.toLowerCase(Locale.ROOT);
    }

    /** What a vendor hashed after an upload that failed is no file of anybody's. */
    static Digest ofSomething(Digest digest, String file) throws FeedException {
        if (OF_NOTHING.contains(digest.value())) {
            throw new FeedException(digest.source(), file, "expected the digest of a file, found that of no bytes");
        }
        return digest;
    }

    private static String place(int line) {
        return "line " + line;
    }

    /** A list that does not end amid a line, with all of its lines ended alike. */
    private static String whole(Document document, String text) throws FeedException {
        String lines = text.indexOf('\r') < 0 ? text : text.lines().collect(Collectors.joining("\n", "", "\n"));
        if (!text.endsWith("\n")) {
            throw new FeedException(
                    document.name(),
                    place((int) text.lines().count()),
                    "expected the line to end, the list is cut short");
        }
        return lines;
    }
}
