package io.patchbay.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a provider directs to get its documents into a new snapshot. Limits, retries, conditional requests, proxies, credentials and the
 * provider's host list are the engine's business and apply to every call.
 *
 * <p>Every fetching method throws {@link IOException} with feed, address and reason if the document could not be had.
 */
@ProviderType
public interface Fetcher {
    /** Fetches the feed's document from its configured address, or takes over the previous copy if the upstream says 304. */
    Document fetch(Feed feed) throws IOException, FeedException;

    /**
     * Fetches one document of a family.
     *
     * @param feed the family, which gives format and limits
     * @param name the document's name within the family; see {@link Document#checkName}
     * @param url its address, absolute or relative to the feed's
     */
    Document fetch(Feed feed, String name, URI url) throws IOException, FeedException;

    /**
     * As {@link #fetch(Feed, String, URI)}, for a document that a listing gives a tag, such as a hash or a revision: if the previous
     * snapshot has the document under the same tag, it is taken over without asking the upstream.
     */
    Document fetch(Feed feed, String name, URI url, String tag) throws IOException, FeedException;

    /**
     * As {@link #fetch(Feed, String, URI)}, for a document that only adds to what others say, such as a rating: if it cannot be had, that is told as
     * {@linkplain #progress progress} with the reason, and the copy of the previous snapshot is taken over.
     *
     * @return empty if there is no such copy either
     * @throws IOException only if the fetch was interrupted, or the copy cannot be taken over
     */
    default Optional<Document> fetchIfPossible(Feed feed, String name, URI url) throws IOException, FeedException {
        try {
            return Optional.of(fetch(feed, name, url));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            String reason = feed.name() + '/' + name + " could not be fetched: " + e.getMessage();
            progress(reason, 0, 0);
            return takePrevious(feed, name, reason);
        }
    }

    private Optional<Document> takePrevious(Feed feed, String name, String reason) throws IOException {
        Optional<Snapshot> from = previous();
        Optional<Document> copy = from.flatMap(snapshot -> snapshot.document(feed.name() + '/' + name));
        if (copy.isEmpty()) {
            return copy;
        }
        outdated(feed, reason);
        return Optional.of(take(from.get(), copy.get()));
    }

    /**
     * Tells that an earlier copy of a document of the feed stands in for one that could not be had, so that the feed does not count as
     * fetched; {@link #fetchIfPossible} does so.
     *
     * @param reason why it could not be had
     */
    default void outdated(Feed feed, String reason) {}

    /**
     * Sends a request body and keeps the answer as a document of the family.
     *
     * @param contentType the media type of the body
     */
    Document post(Feed feed, String name, URI url, String contentType, byte[] body) throws IOException, FeedException;

    /**
     * Asks a question of the feed's upstream, and hands over the answer before it is a document. Of all methods here, this one may be
     * called by several threads at once, as {@code io.patchbay.feeds.Parallel} does.
     *
     * @throws RefusedException if the upstream refused with a status that would be the same the next time
     */
    Answer ask(Feed feed, Question question) throws IOException;

    /** Leaves the feed's upstream alone for a while, because it asked for that in its own words: whoever asks next, waits first. */
    void pause(Feed feed, Duration wait) throws IOException;

    /** The time, for comparing with the lifetime that an upstream gives to a session. */
    Instant now();

    /** Where the feed is: the address that configuration gives it, otherwise its own. */
    URI address(Feed feed) throws IOException;

    /**
     * The snapshot that this fetch goes on from, the one that {@link #anchor} is of; empty at the first sync. What it holds and what is
     * still true can be {@linkplain #take taken over}.
     */
    Optional<Snapshot> previous();

    /**
     * What a fetch after that brought before it was cut off, by whatever cause: whole documents, as many as there were. Empty if the
     * last fetch was completed.
     */
    Optional<Snapshot> unfinished();

    /** Takes over a document of {@link #previous} or {@link #unfinished} under its name, without asking the upstream. */
    Document take(Snapshot from, Document document) throws IOException;

    /**
     * Takes over the document that a listing gives this tag, if {@link #previous} or {@link #unfinished} has it, without asking the upstream.
     *
     * @param name the document's name within the feed
     */
    default Optional<Document> take(Feed feed, String name, String tag) throws IOException {
        for (Optional<Snapshot> from : List.of(previous(), unfinished())) {
            Optional<Document> known = from.flatMap(snapshot -> snapshot.document(feed.name() + '/' + name))
                    .filter(document -> tag.equals(document.tag()));
            if (known.isPresent()) {
                return Optional.of(take(from.get(), known.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * As {@link #post(Feed, String, URI, String, byte[])}, for an answer that a listing gives a tag: if the previous snapshot has the document
     * under the same tag, it is taken over without asking the upstream. An engine may ask all the same.
     */
    default Document post(Feed feed, String name, URI url, String contentType, byte[] body, String tag)
            throws IOException, FeedException {
        return post(feed, name, url, contentType, body);
    }

    /** The snapshot being made, with the documents fetched so far, for reading those that name others. */
    Snapshot snapshot();

    /** The anchor of the last snapshot that was committed; empty at the first sync or if it had none. */
    Optional<String> anchor();

    /** Marks the snapshot with the upstream's anchor and its extent; without this call it is full and has no anchor. */
    void anchor(String anchor, Snapshot.Extent extent);

    /** What the operator wants from this upstream. */
    SyncFilter filter();

    /** Tells how far a long fetch is; {@code total} is 0 if unknown. */
    void progress(String what, long done, long total);

    /** Opens a document of the snapshot being made, as {@link Snapshot#open}. */
    default InputStream open(Document document) throws IOException, FeedException {
        return snapshot().open(document.name());
    }
}
