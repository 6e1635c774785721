package io.patchbay.catalog.view;

import io.patchbay.catalog.Entry;
import io.patchbay.model.UpdateId;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes what lists show of what a view knows. */
final class Entries {
    private Entries() {}

    static Entry of(View view, Row row) {
        Facts facts = row.facts();
        List<String> providers = view.providers(row);
        Set<String> present = view.present();
        Traits effects = view.traits(row);
        Row newest = view.newestSuperseding(row);
        return new Entry(
                facts.id(),
                row.revision(),
                providers,
                row.state(),
                present != null && Collections.disjoint(present, providers),
                facts.type(),
                facts.title(),
                facts.vendor(),
                view.names().products(facts.products()),
                view.names().families(facts.products()),
                facts.version(),
                facts.architecture(),
                facts.languages(),
                facts.classification(),
                effects.severity(),
                effects.reboot(),
                effects.eula(),
                effects.evidence(),
                facts.released(),
                facts.rollout(),
                facts.endOfLife(),
                row.firstSeen(),
                facts.kbArticles(),
                facts.bulletins(),
                facts.cves(),
                facts.threat().exploited(),
                facts.threat().score(),
                ids(facts.supersedes(), view.superseded(row)),
                ids(List.of(), view.superseders(row)),
                newest == null ? null : newest.facts().id(),
                facts.bundled(),
                ids(List.of(), view.bundles(row)),
                view.isCurrent(row),
                row.generation());
    }

    private static SortedSet<UpdateId> ids(Collection<UpdateId> named, List<Row> rows) {
        SortedSet<UpdateId> ids = new TreeSet<>(named);
        rows.forEach(row -> ids.add(row.facts().id()));
        return Collections.unmodifiableSortedSet(ids);
    }
}
