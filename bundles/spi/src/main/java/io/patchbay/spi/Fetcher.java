package io.patchbay.spi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
     * Sends a request body and keeps the answer as a document of the family.
     *
     * @param contentType the media type of the body
     */
    Document post(Feed feed, String name, URI url, String contentType, byte[] body) throws IOException, FeedException;

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
