package io.patchbay.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The documents of one upstream at one time, as they were fetched. Immutable and thread-safe; any number of streams may be open at once.
 */
@ProviderType
public interface Snapshot {
    /** Whether a snapshot tells everything or only what changed. */
    enum Extent {
        /** Everything the upstream offers: what is missing here is no longer offered. */
        FULL,
        /** Additions and amendments since the anchor of the snapshot before. */
        DELTA
    }

    /** Its name, such as {@code 2026-08-16} for a recorded case; for messages and provenance. */
    String name();

    Extent extent();

    /** The upstream's opaque mark of this state, to ask from next time; empty if the upstream knows no such thing. */
    Optional<String> anchor();

    /** All documents, ordered by name. */
    List<Document> documents();

    /** The documents of one feed, ordered by name; empty if the snapshot has none. */
    default List<Document> documents(Feed feed) {
        return documents().stream().filter(d -> d.feed().equals(feed.name())).toList();
    }

    /** The document of this name; empty if the snapshot has none. */
    default Optional<Document> document(String name) {
        for (Document document : documents()) {
            if (document.name().equals(name)) {
                return Optional.of(document);
            }
        }
        return Optional.empty();
    }

    /**
     * Opens a document. The caller closes the stream. Nobody but the readers of the {@code feeds} and {@code cabinet} bundles should
     * need this.
     *
     * @throws FeedException if the snapshot has no document of this name
     */
    InputStream open(String document) throws IOException, FeedException;

    /**
     * The full snapshot that the same version of the provider parsed before and that is committed, if this one is full too. A provider
     * of much that seldom changes compares the two and says {@link UpdateSink#unchanged} instead of reading again; all others may
     * ignore it. Empty if there is none, or if everything must be read.
     */
    default Optional<Snapshot> previous() {
        return Optional.empty();
    }

    /**
     * What the provider {@linkplain UpdateSink#note noted} when it parsed the {@linkplain #previous() previous} snapshot, so that it need not
     * read that one again to compare. Not to be changed. Empty if there is no previous one, or if it noted nothing.
     */
    default Optional<ByteBuffer> notes() {
        return Optional.empty();
    }
}
