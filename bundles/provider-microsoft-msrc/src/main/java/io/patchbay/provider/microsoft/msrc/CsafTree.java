package io.patchbay.provider.microsoft.msrc;

import io.patchbay.provider.microsoft.msrc.CsafChanges.Change;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A folder of CSAF documents.
 *
 * @param changes the list of the documents with the date of each
 * @param documents the documents
 */
record CsafTree(Feed changes, Feed documents) {
    static CsafTree of(String name) {
        String folder = "https://msrc.microsoft.com/csaf/" + name + '/';
        Feed changes = Feed.text("csaf-" + name + "-changes.csv", folder + "changes.csv");
        return new CsafTree(changes, Feed.json("csaf-" + name, folder));
    }

    Document document(Snapshot snapshot, String path) throws FeedException {
        String name = documents.name() + '/' + path;
        return snapshot.document(name).orElseThrow(() -> new FeedException(changes.name(), path, name + " is missing"));
    }

    /** Only what is listed is fetched: a document that the list lacks tells that the list was cut short afterwards. */
    void refuseUnlisted(Snapshot snapshot, List<Change> all) throws FeedException {
        Set<String> listed = all.stream()
                .map(change -> documents.name() + '/' + change.path())
                .collect(Collectors.toSet());
        for (Document document : snapshot.documents(documents)) {
            if (!listed.contains(document.name())) {
                throw new FeedException(Code.TRUNCATED, changes.name(), "", "expected a line for " + document.name());
            }
        }
    }
}
