package io.patchbay.fetch.http;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A document that a provider wants.
 *
 * @param feed its feed
 * @param name its name in the snapshot
 * @param url where it is
 * @param shown its address as the manifest may hold it
 * @param tag what a listing calls its content
 * @param previous the document of this name and address in the snapshot before
 */
record Wanted(Feed feed, String name, URI url, URI shown, @Nullable String tag, Optional<Document> previous) {
    /** The document that came with an answer; its size and digest are found when it is written. */
    Document arrived(ResponseHead head, Instant now) throws FetchFailure {
        String etag = head.header("etag").orElse(null);
        String modified = head.header("last-modified").orElse(null);
        return new Document(name, feed.name(), shown, now, head.status(), etag, modified, 0, "", tag);
    }

    /** The document that was copied from a file. */
    Document copied(Instant now) {
        return new Document(name, feed.name(), shown, now, 0, null, null, 0, "", tag);
    }

    /** The previous document, of which the answer says that it has not changed. */
    Document unchanged(ResponseHead head, Instant now, Document known) throws FetchFailure {
        String etag = head.header("etag").orElse(known.etag());
        String modified = head.header("last-modified").orElse(known.lastModified());
        return new Document(
                name, feed.name(), shown, now, head.status(), etag, modified, known.size(), known.sha256(), tag);
    }

    /** Asks for the document, or whether it is still the one that is known. */
    Request request() throws FetchFailure {
        Request request = Request.get(url).with("Accept-Encoding", compressible() ? "gzip" : "identity");
        if (previous.isEmpty()) {
            return request;
        }
        String etag = previous.get().etag();
        String modified = previous.get().lastModified();
        Request conditional = etag == null ? request : request.with("If-None-Match", etag);
        return modified == null ? conditional : conditional.with("If-Modified-Since", modified);
    }

    private boolean compressible() {
        return feed.format() != Feed.Format.CABINET && feed.format() != Feed.Format.BINARY;
    }
}
