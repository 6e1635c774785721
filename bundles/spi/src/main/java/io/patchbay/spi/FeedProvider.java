package io.patchbay.spi;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One upstream, plugged in: the service that a vendor bundle registers. The engine calls one method at a time, on a thread of its own,
 * which it may interrupt.
 */
@ConsumerType
public interface FeedProvider {
    /** Who this is and what it covers; the same at every call. */
    ProviderInfo info();

    /** The documents, or families of documents, that the upstream publishes; the same at every call. */
    List<Feed> feeds();

    /**
     * Copies the upstream's documents into a snapshot. The default fetches every declared feed; a provider whose documents name
     * further documents overrides it.
     *
     * @throws IOException if a document could not be fetched; the run fails and the catalogue stays as it is
     * @throws FeedException if a document that names others is not what was expected
     */
    default void fetch(Fetcher fetcher) throws IOException, FeedException {
        for (Feed feed : feeds()) {
            fetcher.fetch(feed);
        }
    }

    /**
     * Says what the documents of a snapshot mean. A pure function: no network, clock, file system, thread or static state; the same
     * snapshot gives the same updates and advisories in the same order. Hands over each as soon as it is read, and holds no feed in memory.
     * Where the work is so much that it is worth sharing out, {@code io.patchbay.feeds.Parallel} does it, on threads of its own.
     *
     * @throws FeedException if the upstream changed shape, or if there is nothing in it
     * @throws IOException if a document could not be read
     */
    void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException;
}
