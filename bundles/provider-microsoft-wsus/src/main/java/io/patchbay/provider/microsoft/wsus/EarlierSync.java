package io.patchbay.provider.microsoft.wsus;

import static io.patchbay.provider.microsoft.wsus.MicrosoftWsusProvider.CATEGORIES;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the snapshot before had, for telling what has not changed since. What an update is depends on its document and on what the categories
 * are; so nothing is known to be unchanged if any category may have changed.
 */
final class EarlierSync {
    private final Map<String, Document> documents;
    private final Selection selection;

    private EarlierSync(Snapshot snapshot, Selection selection) {
        this.documents = snapshot.documents().stream().collect(Collectors.toMap(Document::name, Function.identity()));
        this.selection = selection;
    }

    /** The one before a snapshot; empty if there is none, or none that tells anything. */
    static Optional<EarlierSync> before(Snapshot snapshot) throws IOException {
        Optional<Snapshot> previous = snapshot.previous();
        if (previous.isEmpty() || !digests(previous.get()).equals(digests(snapshot))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EarlierSync(previous.get(), Selection.of(previous.get())));
        } catch (FeedException e) {
            // It was whole once. Whatever became of it, the snapshot after it says everything by itself.
            return Optional.empty();
        }
    }

    private static List<String> digests(Snapshot snapshot) {
        return Stream.concat(snapshot.documents(CATEGORIES).stream(), Listing.lists(snapshot, CATEGORIES).stream())
                .map(document -> document.name() + " " + document.sha256())
                .toList();
    }

    /** Whether the revision in this document counted before, in the same document. */
    boolean had(Document document, Revision revision) {
        Document before = documents.get(document.name());
        return before != null && before.sha256().equals(document.sha256()) && selection.has(before, revision);
    }
}
