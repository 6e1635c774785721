package io.patchbay.sync.review;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.ProductLine;
import io.patchbay.catalog.Query;
import io.patchbay.model.Line;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is live of a provider while one of its snapshots is reviewed. Lines are looked for when one is first asked for. */
final class Baseline {
    private final CatalogView view;
    private final String provider;
    private final boolean empty;
    private final Map<Line, Optional<Update>> read = new HashMap<>();
    private @Nullable Map<Line, Entry> current;
    /** What was asked for last, which several rules ask for. */
    private Optional<Update> last = Optional.empty();

    Baseline(CatalogView view, String provider) {
        this.view = view;
        this.provider = provider;
        this.empty = view.liveCounts().getOrDefault(provider, 0L) == 0;
    }

    /** Whether nothing of the provider is offered, so that there is nothing to compare with. */
    boolean isEmpty() {
        return empty;
    }

    /** What the provider last said of an update, also if it withdrew it since; empty if it never said anything. */
    Optional<Update> live(UpdateId id) {
        if (empty || view.entry(id).isEmpty()) {
            return Optional.empty();
        }
        if (last.filter(update -> update.id().equals(id)).isEmpty()) {
            last = said(id);
        }
        return last;
    }

    private Optional<Update> said(UpdateId id) {
        return view.details(id).flatMap(details -> details.said(provider));
    }

    /** The newest release of a line that is given out. */
    Optional<Update> current(Line line) {
        return read.computeIfAbsent(
                line, wanted -> Optional.ofNullable(current().get(wanted)).flatMap(entry -> said(entry.id())));
    }

    /** The lines of which a release is given out. */
    Set<Line> lines() {
        return current().keySet();
    }

    private Map<Line, Entry> current() {
        if (current == null) {
            current = new HashMap<>();
            if (!empty) {
                view.lines(Query.builder().provider(provider).build()).forEach(this::put);
            }
        }
        return current;
    }

    private void put(ProductLine line) {
        if (current != null && line.current() != null) {
            current.put(line.line(), line.current());
        }
    }
}
