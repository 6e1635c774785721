package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all searches of a snapshot found together, each update once. */
final class SearchResult {
    private final Map<UpdateId, Found> updates = new LinkedHashMap<>();

    private SearchResult() {}

    static SearchResult read(Snapshot snapshot) throws IOException, FeedException {
        SearchResult result = new SearchResult();
        for (Document page : snapshot.documents(MicrosoftCatalogProvider.SEARCHES)) {
            for (Found found : SearchPage.read(snapshot, page).updates()) {
                result.updates.putIfAbsent(found.id(), found);
            }
        }
        if (result.updates.isEmpty()) {
            throw new FeedException(MicrosoftCatalogProvider.SEARCHES.name(), "", "no search found anything");
        }
        return result;
    }

    List<Found> updates() {
        return List.copyOf(updates.values());
    }
}
