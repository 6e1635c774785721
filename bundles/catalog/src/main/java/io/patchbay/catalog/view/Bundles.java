package io.patchbay.catalog.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What bundles take over from the updates that they install, by key. Few bundles hold bundles; since traits only ever grow,
 * going round until nothing grows any more ends also where they hold each other.
 */
final class Bundles {
    private final Map<Traits, Traits> distinct = new HashMap<>();
    private final Rows rows;
    private final @Nullable Traits[] traits;

    private Bundles(Rows rows) {
        this.rows = rows;
        this.traits = new Traits[rows.served().length];
    }

    /** The traits of every row, one object for all that are equal; null where there is no row. */
    static @Nullable Traits[] traits(Rows rows) {
        return new Bundles(rows).work();
    }

    /** A bundle and what it installs, as far as the catalogue has it. */
    private record Bundle(Row row, List<Row> held) {
        boolean holdsBundles() {
            for (Row row : held) {
                if (isBundle(row)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isBundle(Row row) {
        return !row.facts().bundled().isEmpty();
    }

    private @Nullable Traits[] work() {
        for (Row row : rows.served()) {
            if (row != null) {
                traits[row.key()] = shared(Traits.of(row.facts()));
            }
        }
        List<Bundle> nested = new ArrayList<>();
        for (Row row : rows.served()) {
            if (row != null && isBundle(row)) {
                Bundle bundle = new Bundle(row, rows.bundled(row));
                grow(bundle);
                if (bundle.holdsBundles()) {
                    nested.add(bundle);
                }
            }
        }
        growAll(nested);
        return traits;
    }

    private void growAll(List<Bundle> bundles) {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Bundle bundle : bundles) {
                grew |= grow(bundle);
            }
        }
    }

    private boolean grow(Bundle bundle) {
        Traits before = Traits.of(bundle.row().facts());
        Traits after = before;
        for (Row row : bundle.held()) {
            after = after.with(Objects.requireNonNull(traits[row.key()]), before.severity());
        }
        int key = bundle.row().key();
        boolean grows = !after.equals(traits[key]);
        traits[key] = shared(after);
        return grows;
    }

    private Traits shared(Traits value) {
        return distinct.computeIfAbsent(value, key -> value);
    }
}
