package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which revisions count in a synced snapshot: of each update that is listed the highest there is, up to the one that is listed. An
 * upstream may list a revision that it cannot give; then the one before stays.
 */
final class Selection {
    private final Map<UpdateId, Place> places = new HashMap<>();
    private final Map<String, List<Revision>> revisions = new LinkedHashMap<>();

    private Selection() {}

    /** Where the revision of an update is. */
    private record Place(String document, int number) {}

    static Selection of(Snapshot snapshot) throws IOException, FeedException {
        Selection selection = new Selection();
        selection.read(snapshot, MicrosoftWsusProvider.CATEGORIES);
        selection.read(snapshot, MicrosoftWsusProvider.UPDATES);
        return selection;
    }

    private void read(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        HighestRevisions listed = listed(snapshot, feed);
        for (Document document : snapshot.documents(feed)) {
            List<Revision> all = UpdateData.revisions(snapshot, document);
            revisions.put(document.name(), all);
            all.stream().filter(listed::reaches).forEach(revision -> offer(document.name(), revision));
        }
    }

    private static HighestRevisions listed(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        List<Document> lists = Listing.lists(snapshot, feed);
        if (lists.isEmpty()) {
            String name = MicrosoftWsusProvider.REVISIONS.name() + "/" + feed.name() + "-000.xml";
            throw new FeedException(name, "", "the snapshot " + snapshot.name() + " lacks it");
        }
        HighestRevisions listed = new HighestRevisions();
        for (Document list : lists) {
            listed.addAll(RevisionList.read(snapshot, list).revisions());
        }
        return listed;
    }

    private void offer(String document, Revision revision) {
        Place known = places.get(revision.id());
        if (known == null || known.number() < revision.number()) {
            places.put(revision.id(), new Place(document, revision.number()));
        }
    }

    /** Whether the revision counts, and as it is in this document. */
    boolean has(Document document, Revision revision) {
        return new Place(document.name(), revision.number()).equals(places.get(revision.id()));
    }

    /** The revisions in a document that count, each once, in its order. */
    List<Revision> in(Document document) {
        List<Revision> all = revisions.getOrDefault(document.name(), new ArrayList<>());
        return all.stream()
                .filter(revision -> has(document, revision))
                .distinct()
                .toList();
    }
}
