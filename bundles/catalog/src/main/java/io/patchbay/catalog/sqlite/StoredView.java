package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Change;
import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.ProductLine;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.Supersession;
import io.patchbay.catalog.view.Facets;
import io.patchbay.catalog.view.Offered;
import io.patchbay.catalog.view.ProductLines;
import io.patchbay.catalog.view.Search;
import io.patchbay.catalog.view.View;
import io.patchbay.model.ContentFile;
import io.patchbay.model.UpdateId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A view with the store behind it. What it reads there is found by keys that never change, so it fits the view whatever
 * was committed since.
 */
record StoredView(View view, Store store) implements CatalogView {
    @Override
    public long generation() {
        return view.generation();
    }

    @Override
    public Optional<Entry> entry(UpdateId id) {
        return view.entry(id);
    }

    @Override
    public Optional<Details> details(UpdateId id) {
        return Optional.ofNullable(view.find(id)).map(row -> store.documents().details(view, row));
    }

    @Override
    public Page search(Query query) {
        return Search.page(view, query, store);
    }

    @Override
    public void entries(Query query, Consumer<Entry> reader) {
        Search.all(view, query, store).stream().forEach(key -> reader.accept(view.entry(view.row(key))));
    }

    @Override
    public void files(Query query, BiConsumer<UpdateId, List<ContentFile>> reader) {
        store.files(view, Search.all(view, query, store), reader);
    }

    @Override
    public List<ProductLine> lines(Query query) {
        return ProductLines.of(view, Search.all(view, query, store));
    }

    @Override
    public SortedMap<Facet, SortedMap<String, Long>> facets(Query query) {
        return Facets.count(view, query, store);
    }

    @Override
    public List<Supersession> supersedence(UpdateId id) {
        return view.supersedence(id);
    }

    @Override
    public List<Conflict> conflicts() {
        return store.conflicts(view);
    }

    @Override
    public List<Supersession> brokenLinks() {
        return view.brokenLinks();
    }

    @Override
    public Map<String, Long> liveCounts() {
        return Offered.counts(view);
    }

    @Override
    public List<Change> changes(long since, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one change must be asked for, not " + limit);
        }
        if (since < 0) {
            throw new IllegalArgumentException("generations are numbered from 1, so there is none before " + since);
        }
        if (since > view.generation()) {
            throw new IllegalArgumentException(
                    "there is no generation " + since + " yet; the last is " + view.generation());
        }
        return store.changes(view, since, limit);
    }
}
