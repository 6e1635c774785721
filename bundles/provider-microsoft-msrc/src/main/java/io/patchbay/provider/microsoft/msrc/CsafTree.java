package io.patchbay.provider.microsoft.msrc;

import io.patchbay.provider.microsoft.msrc.CsafChanges.Change;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /** Adds each listed document that is new enough to those of the same path. */
    void collect(Snapshot snapshot, String since, Map<String, List<Document>> paths) throws IOException, FeedException {
        Map<String, Document> fetched = fetched(snapshot);
        Set<String> listed = new HashSet<>();
        for (Change change : CsafChanges.read(snapshot, changes)) {
            String name = documents.name() + '/' + change.path();
            listed.add(name);
            if (change.isSince(since)) {
                Document document = fetched.get(name);
                if (document == null) {
                    throw new FeedException(changes.name(), change.path(), name + " is missing");
                }
                paths.computeIfAbsent(change.path(), path -> new ArrayList<>(1)).add(document);
            }
        }
        refuseOthers(fetched.keySet(), listed);
    }

    private Map<String, Document> fetched(Snapshot snapshot) {
        Map<String, Document> fetched = new LinkedHashMap<>();
        for (Document document : snapshot.documents(documents)) {
            fetched.put(document.name(), document);
        }
        return fetched;
    }

    /** Only what is listed is fetched: a document that the list lacks tells that the list was cut short afterwards. */
    private void refuseOthers(Set<String> fetched, Set<String> listed) throws FeedException {
        for (String name : fetched) {
            if (!listed.contains(name)) {
                throw new FeedException(Code.TRUNCATED, changes.name(), "", "expected a line for " + name);
            }
        }
    }
}
