package io.patchbay.sync.engine;

import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Where snapshots come from: the network, or a folder of recorded ones. */
interface SnapshotSource {
    /**
     * Takes the newest snapshot of an upstream.
     *
     * @param committed what was last committed, to ask only for what is newer
     */
    SnapshotFolder take(FeedProvider provider, Optional<Committed> committed, SyncFilter filter, FetchProgress progress)
            throws IOException, FeedException;

    /** Whether there can be a snapshot of a provider; nobody runs one without being told to if there cannot. */
    default boolean has(String provider) {
        return true;
    }

    /** Whether taking a snapshot asks the upstream, so that what it does not send anew is confirmed. */
    boolean asksUpstream();

    /** Opens a snapshot that was taken before, by its name. */
    SnapshotFolder open(String provider, String name) throws IOException, FeedException;

    /**
     * Hears that the provider could not read a document of a snapshot: it may have been an upstream's page of an error, so it is asked for again,
     * even if a listing still calls it the same.
     */
    default void distrust(String provider, String snapshot, String document) throws IOException, FeedException {}

    /** Forgets the provider's snapshots but the newest and these. */
    void keep(String provider, Set<String> names) throws IOException;
}
