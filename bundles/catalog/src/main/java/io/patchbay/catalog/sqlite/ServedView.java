package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.view.Ranking;
import io.patchbay.catalog.view.View;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The view that is served. It is read when somebody first asks for it: a start, and a sync that finds nothing new, need none. Whoever has
 * a view never waits, and neither does anybody who asks for one later.
 */
final class ServedView {
    private final Store store;
    private Ranking ranking;
    private @Nullable Set<String> present;
    private volatile @Nullable StoredView view;

    ServedView(Store store, Ranking ranking) {
        this.store = store;
        this.ranking = ranking;
    }

    StoredView get() {
        StoredView served = view;
        return served != null ? served : read();
    }

    private synchronized StoredView read() {
        StoredView served = view;
        return served != null ? served : serve(store.view(ranking));
    }

    private StoredView serve(View next) {
        StoredView served = new StoredView(next.ranked(ranking).withPresent(present), store);
        view = served;
        return served;
    }

    /** Serves what the store has. */
    synchronized void reload() {
        serve(store.view(ranking));
    }

    /** Serves the view of a later generation. */
    synchronized void replace(View next) {
        serve(next);
    }

    /** Says from now on which providers are running. */
    synchronized void present(Set<String> providers) {
        present = providers;
        serveAgain();
    }

    /** Hears providers in this order from now on. */
    synchronized void rank(Ranking order) {
        ranking = order;
        serveAgain();
    }

    private void serveAgain() {
        StoredView served = view;
        if (served != null) {
            serve(served.view());
        }
    }
}
