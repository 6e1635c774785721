package io.patchbay.shell;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.QueryBuilder;
import io.patchbay.feeds.sdp.SdpPackage;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The updates that match a query, as packages, read a page at a time. An update that is one of a package's items comes
 * with its package, once. What its vendor no longer has is said to have expired.
 */
final class SdpPackages implements Iterator<SdpPackage> {
    private static final int PAGE = 500;

    private final CatalogView view;
    private final QueryBuilder query;
    private final Queue<Entry> entries = new ArrayDeque<>();
    private final Set<UpdateId> withItems = new HashSet<>();
    private @Nullable SdpPackage next;
    private boolean ended;

    SdpPackages(CatalogView view, QueryBuilder query) {
        this.view = view;
        this.query = query.order(Query.Order.ID, false).limit(PAGE);
    }

    @Override
    public boolean hasNext() {
        while (next == null && !(ended && entries.isEmpty())) {
            advance();
        }
        return next != null;
    }

    @Override
    public SdpPackage next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        SdpPackage taken = next;
        next = null;
        return taken;
    }

    private void advance() {
        Entry entry = entries.poll();
        if (entry == null) {
            turnPage();
            return;
        }
        Details details = view.details(entry.id()).orElseThrow();
        Optional<UpdateId> parent = SdpPackage.packageOf(details.update());
        next = parent.isEmpty()
                ? whole(details)
                : parent.flatMap(view::details).map(this::whole).orElse(null);
    }

    private void turnPage() {
        Page page = view.search(query.build());
        entries.addAll(page.entries());
        query.cursor(page.next());
        ended = page.next() == null;
    }

    /** The package; null if it has items and was given before. */
    private @Nullable SdpPackage whole(Details details) {
        List<Update> items = items(details.update());
        boolean again = !items.isEmpty() && !withItems.add(details.update().id());
        return again
                ? null
                : new SdpPackage(published(details), items, details.entry().firstSeen());
    }

    private List<Update> items(Update update) {
        return update.relationships().bundles().stream()
                .flatMap(Collection::stream)
                .flatMap(id -> view.details(id).stream())
                .map(Details::update)
                .filter(item -> SdpPackage.packageOf(item).equals(Optional.of(update.id())))
                .toList();
    }

    private static Update published(Details details) {
        Update update = details.update();
        return details.entry().state() == Entry.State.WITHDRAWN ? expired(update) : update;
    }

    private static Update expired(Update update) {
        return new Update(
                update.id(),
                update.type(),
                update.vendorRevision(),
                PublicationState.EXPIRED,
                update.release(),
                update.description(),
                update.security(),
                update.licensing(),
                update.relationships(),
                update.files(),
                update.applicability(),
                update.installation(),
                update.sources());
    }
}
