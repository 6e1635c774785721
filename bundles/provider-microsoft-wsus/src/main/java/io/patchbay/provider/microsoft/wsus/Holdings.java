package io.patchbay.provider.microsoft.wsus;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answers that earlier fetches kept, the one before and one that was cut off. A revision never changes, so what of them is still listed
 * need not be asked for again.
 */
final class Holdings {
    private final Fetcher fetcher;
    private final List<Held> held = new ArrayList<>();

    /** An answer with the revisions that are in it. */
    private record Held(Snapshot from, Document document, List<Revision> revisions) {}

    /** Those of one feed, and what this fetch already has of it. */
    Holdings(Fetcher fetcher, Feed feed) throws IOException {
        this.fetcher = fetcher;
        List<Optional<Snapshot>> snapshots =
                List.of(Optional.of(fetcher.snapshot()), fetcher.previous(), fetcher.unfinished());
        for (Snapshot snapshot : snapshots.stream().flatMap(Optional::stream).toList()) {
            for (Document document : snapshot.documents(feed)) {
                read(snapshot, document);
            }
        }
    }

    private void read(Snapshot snapshot, Document document) throws IOException {
        try {
            held.add(new Held(snapshot, document, UpdateData.revisions(snapshot, document)));
        } catch (FeedException e) {
            // It was whole once. Whatever became of it, what it held is asked for again.
        }
    }

    /** The highest revisions that are held, of those that are listed or older. */
    HighestRevisions of(HighestRevisions listed) {
        HighestRevisions highest = new HighestRevisions();
        held.forEach(one -> one.revisions().stream().filter(listed::reaches).forEach(highest::add));
        return highest;
    }

    /**
     * Takes over every answer that has something that counts and is not there yet.
     *
     * @param obtained the revisions that this fetch got itself
     */
    void takeOver(HighestRevisions counting, Collection<Revision> obtained) throws IOException {
        Set<Revision> there = new HashSet<>(obtained);
        Set<String> names =
                fetcher.snapshot().documents().stream().map(Document::name).collect(Collectors.toSet());
        for (Held one : held) {
            boolean useful = one.revisions().stream().anyMatch(r -> counting.has(r) && !there.contains(r));
            if (useful && names.add(one.document().name())) {
                fetcher.take(one.from(), one.document());
            }
            if (useful) {
                there.addAll(one.revisions());
            }
        }
    }
}
