package io.patchbay.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;

/**
 * What a provider made of documents, by their digests: of a thousand pages, only those that changed are parsed again. It is for documents
 * of which each is small and stands for itself. What reading one throws is not kept. Thread-safe.
 *
 * @param <T> what is made of a document; immutable, and says the same whatever the document's name
 */
public final class ParsedDocuments<T> {
    private final Cache<String, T> known;

    private ParsedDocuments(Cache<String, T> known) {
        this.known = known;
    }

    /** Keeps what was made of so many documents, of those that are asked for most. */
    public static <T> ParsedDocuments<T> atMost(int documents) {
        // a thread of a pool could outlive the bundle and hold its class loader
        return new ParsedDocuments<>(Caffeine.newBuilder()
                .maximumSize(documents)
                .executor(Runnable::run)
                .build());
    }

    /** Makes something of a document. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Snapshot snapshot, Document document) throws IOException, FeedException;
    }

    /** What was made of a document with this content before, or what the reader makes of it now. */
    public T of(Snapshot snapshot, Document document, Reader<T> reader) throws IOException, FeedException {
        T before = known.getIfPresent(document.sha256());
        if (before != null) {
            return before;
        }
        T now = reader.read(snapshot, document);
        if (!document.sha256().isBlank()) {
            known.put(document.sha256(), now);
        }
        return now;
    }
}
