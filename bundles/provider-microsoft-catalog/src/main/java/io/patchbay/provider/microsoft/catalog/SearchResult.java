package io.patchbay.provider.microsoft.catalog;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all searches of a snapshot found together, each update once. */
final class SearchResult {
    private final Map<UpdateId, Found> updates = new LinkedHashMap<>();
    private final Map<String, List<UpdateId>> byTitle = new HashMap<>();

    private SearchResult() {}

    static SearchResult read(Snapshot snapshot) throws IOException, FeedException {
        SearchResult result = new SearchResult();
        for (Document page : snapshot.documents(MicrosoftCatalogProvider.SEARCHES)) {
            SearchPage.read(snapshot, page).updates().forEach(result::add);
        }
        if (result.updates.isEmpty()) {
            throw new FeedException(MicrosoftCatalogProvider.SEARCHES.name(), "", "no search found anything");
        }
        return result;
    }

    private void add(Found found) {
        if (updates.putIfAbsent(found.id(), found) == null) {
            byTitle.computeIfAbsent(found.title(), title -> new ArrayList<>()).add(found.id());
        }
    }

    List<Found> updates() {
        return List.copyOf(updates.values());
    }

    /** The updates of a title; none if no search found them. */
    List<UpdateId> titled(String title) {
        return byTitle.getOrDefault(title, List.of());
    }
}
