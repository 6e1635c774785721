package io.patchbay.sync.review;

import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Supersession;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Finds who closes a circle of supersedence: of its updates, those that the snapshot changes. The catalogue would break it at its weakest
 * link, which may be one that was right for years.
 */
final class CircleRules {
    private final CatalogView view;
    private final Map<UpdateId, SortedSet<UpdateId>> changed = new HashMap<>();

    CircleRules(CatalogView view) {
        this.view = view;
    }

    /** Sees an update that is new or differs. */
    void see(Update update) {
        SortedSet<UpdateId> supersedes = update.relationships().supersedes();
        if (!supersedes.isEmpty()) {
            changed.put(update.id(), supersedes);
        }
    }

    Map<UpdateId, List<Objection>> check(List<Supersession> circles) {
        Map<UpdateId, List<Objection>> found = new LinkedHashMap<>();
        for (Supersession link : circles) {
            Set<UpdateId> below = reachable(link.superseded());
            for (UpdateId id : changed.keySet()) {
                boolean inCircle = below.contains(id) && reachable(id).contains(link.superseding());
                if (inCircle || id.equals(link.superseding())) {
                    String what = "would supersede " + link.superseding() + " and be superseded by it";
                    found.putIfAbsent(id, List.of(new Objection(Code.SUPERSEDENCE_CYCLE, what)));
                }
            }
        }
        return found;
    }

    /** An update, and everything that it supersedes over any number of steps. */
    private Set<UpdateId> reachable(UpdateId from) {
        Set<UpdateId> reached = new HashSet<>();
        Deque<UpdateId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            UpdateId id = open.pop();
            if (reached.add(id)) {
                open.addAll(supersedes(id));
            }
        }
        return reached;
    }

    private Set<UpdateId> supersedes(UpdateId id) {
        SortedSet<UpdateId> said = changed.get(id);
        return said != null
                ? said
                : view.entry(id)
                        .map(entry -> (Set<UpdateId>) entry.supersedes())
                        .orElse(Collections.emptySet());
    }
}
