package io.patchbay.spi;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One document of a snapshot, byte for byte as the upstream sent it, and where it came from.
 *
 * @param name its name in the snapshot: the feed's name, or for a document of a family {@code feed/further/name}
 * @param feed the name of the feed it belongs to
 * @param url where it was fetched; null if an operator handed it in
 * @param fetched when; null if an operator handed it in
 * @param status the HTTP status it came with; 0 if it did not come by HTTP
 * @param etag the ETag as it was sent; null if there was none
 * @param lastModified the Last-Modified header as it was sent; null if there was none
 * @param size in bytes
 * @param sha256 lower-case hex
 * @param tag what a listing called this content (see {@link Fetcher#fetch(Feed, String, URI, String)}); null if none did
 */
public record Document(
        String name,
        String feed,
        @Nullable URI url,
        @Nullable Instant fetched,
        int status,
        @Nullable String etag,
        @Nullable String lastModified,
        long size,
        String sha256,
        @Nullable String tag) {
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_+][A-Za-z0-9._+-]{0,200}");

    public Document {
        checkName(name);
        if (!name.equals(feed) && !name.startsWith(feed + "/")) {
            throw new IllegalArgumentException("document " + name + " does not belong to feed " + feed);
        }
        Objects.requireNonNull(sha256);
    }

    /** The same document, of which size and digest are known now. */
    public Document withContent(long bytes, String digest) {
        return new Document(name, feed, url, fetched, status, etag, lastModified, bytes, digest, tag);
    }

    /** The same document, as if no listing had a name for its content. */
    public Document withoutTag() {
        return new Document(name, feed, url, fetched, status, etag, lastModified, size, sha256, null);
    }

    /**
     * Returns the name if it can be a document's: segments of letters, digits and {@code . _ + -} with slashes between them, none
     * beginning with a dot, 400 characters at most; so it never leaves its folder, whatever a feed says.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public static String checkName(String name) {
        boolean valid = name.length() <= 400;
        for (String segment : name.split("/", -1)) {
            valid &= SEGMENT.matcher(segment).matches();
        }
        if (!valid) {
            throw new IllegalArgumentException("not a document name: \"" + name + '"');
        }
        return name;
    }
}
