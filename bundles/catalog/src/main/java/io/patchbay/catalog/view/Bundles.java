package io.patchbay.catalog.view;

import io.patchbay.model.UpdateId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What bundles take over from the updates that they install, by key. Bundles may hold bundles; since traits only ever
 * grow, going round until nothing grows any more ends also where they hold each other.
 */
final class Bundles {
    private final Map<Traits, Traits> distinct = new HashMap<>();
    private final @Nullable Row[] rows;
    private final Map<UpdateId, Row> byId;
    private final @Nullable Traits[] traits;

    private Bundles(@Nullable Row[] rows, Map<UpdateId, Row> byId) {
        this.rows = rows;
        this.byId = byId;
        this.traits = new Traits[rows.length];
    }

    /** The traits of every row, one object for all that are equal; null where there is no row. */
    static @Nullable Traits[] traits(@Nullable Row[] rows, Map<UpdateId, Row> byId) {
        return new Bundles(rows, byId).work();
    }

    private @Nullable Traits[] work() {
        List<Row> bundles = new ArrayList<>();
        for (Row row : rows) {
            if (row != null) {
                traits[row.key()] = shared(Traits.of(row.facts()));
                if (!row.facts().bundled().isEmpty()) {
                    bundles.add(row);
                }
            }
        }
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Row bundle : bundles) {
                grew |= grow(bundle);
            }
        }
        return traits;
    }

    private boolean grow(Row bundle) {
        Traits before = Traits.of(bundle.facts());
        Traits after = before;
        for (UpdateId id : bundle.facts().bundled()) {
            Row bundled = byId.get(id);
            Traits taken = bundled == null ? null : traits[bundled.key()];
            after = taken == null ? after : after.with(taken, before.severity());
        }
        boolean grows = !after.equals(traits[bundle.key()]);
        traits[bundle.key()] = shared(after);
        return grows;
    }

    private Traits shared(Traits value) {
        return distinct.computeIfAbsent(value, key -> value);
    }
}
