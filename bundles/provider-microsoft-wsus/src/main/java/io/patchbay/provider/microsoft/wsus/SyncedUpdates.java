package io.patchbay.provider.microsoft.wsus;

import io.patchbay.feeds.Parallel;
import io.patchbay.feeds.Parallel.Taker;
import io.patchbay.feeds.microsoft.UpdateMetadata;
import io.patchbay.model.Update;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a sync brought. What is as it was in the snapshot before is told, and not read. */
final class SyncedUpdates {
    private final Snapshot snapshot;

    SyncedUpdates(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Tells one thing about an update. */
    private interface Finding {
        void tell(UpdateSink sink) throws FeedException;
    }

    void read(UpdateSink sink) throws IOException, FeedException {
        Selection selection = Selection.of(snapshot);
        CategoryTable table = CategoryTable.read(snapshot, selection::has);
        Optional<EarlierSync> earlier = EarlierSync.before(snapshot);
        List<Document> documents = new ArrayList<>(snapshot.documents(MicrosoftWsusProvider.CATEGORIES));
        documents.addAll(snapshot.documents(MicrosoftWsusProvider.UPDATES));
        Parallel.Piece<Finding> piece = (number, out) -> {
            Document document = documents.get(number);
            read(document, selection.in(document), table, earlier, out);
        };
        Parallel.inOrder(documents.size(), piece, finding -> finding.tell(sink));
    }

    private void read(
            Document document,
            List<Revision> revisions,
            CategoryTable table,
            Optional<EarlierSync> earlier,
            Taker<Finding> out)
            throws IOException, FeedException {
        Set<Revision> changed = new HashSet<>(revisions);
        earlier.ifPresent(before -> changed.removeIf(revision -> before.had(document, revision)));
        Iterator<Update> updates = updates(document, changed, table).iterator();
        for (Revision revision : revisions) {
            Update update = changed.contains(revision) ? updates.next() : null;
            out.take(update == null ? sink -> sink.unchanged(revision.id()) : sink -> sink.accept(update));
        }
    }

    private List<Update> updates(Document document, Set<Revision> wanted, CategoryTable table)
            throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        if (wanted.isEmpty()) {
            return updates;
        }
        Set<Revision> left = new HashSet<>(wanted);
        UpdateData data = UpdateData.read(snapshot, document, left::remove);
        UpdateAssembler assembler = new UpdateAssembler(table, document.name());
        for (UpdateMetadata metadata : data.updates()) {
            updates.add(assembler.update(metadata, new TreeSet<>(), data.addresses()));
        }
        return updates;
    }
}
