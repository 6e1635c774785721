package io.patchbay.catalog.view;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which updates bundles install, by key. A vendor supersedes or withdraws a bundle, and says nothing of its parts: they are wanted as long as one of
 * the bundles that install them is current.
 */
final class Parts {
    private static final int[] NONE = {};

    private final int[] @Nullable [] bundles;
    private final BitSet current;

    private Parts(int[] @Nullable [] bundles, BitSet current) {
        this.bundles = bundles;
        this.current = current;
    }

    static Parts of(Rows rows, Supersedence supersedence) {
        int bound = rows.size() + 1;
        EdgeList held = held(rows);
        int[] @Nullable [] bundles = held.byTarget(bound);
        BitSet offered = new BitSet(bound);
        for (Row row : rows.served()) {
            if (row != null && row.isGivenOut() && !supersedence.isSuperseded(row.key())) {
                offered.set(row.key());
            }
        }
        return new Parts(bundles, current(offered, bundles, held.bySource(bound)));
    }

    private static EdgeList held(Rows rows) {
        EdgeList held = new EdgeList();
        for (Row bundle : rows.served()) {
            if (bundle != null) {
                for (Row part : rows.bundled(bundle)) {
                    if (part.key() != bundle.key()) {
                        held.add(bundle.key(), part.key());
                    }
                }
            }
        }
        return held;
    }

    /** Of what is offered and not replaced, what no bundle installs, and what is installed by something that is current. */
    private static BitSet current(BitSet offered, int[] @Nullable [] bundles, int[] @Nullable [] held) {
        BitSet current = new BitSet(bundles.length);
        Deque<Integer> open = new ArrayDeque<>();
        offered.stream().filter(key -> bundles[key] == null).forEach(open::add);
        while (!open.isEmpty()) {
            int key = open.remove();
            int[] parts = held[key];
            current.set(key);
            for (int part : parts == null ? NONE : parts) {
                if (offered.get(part) && !current.get(part)) {
                    open.add(part);
                }
            }
        }
        return current;
    }

    /** Whether an update installs it. */
    boolean isPart(int key) {
        return bundles[key] != null;
    }

    /** The keys of the updates that install this one, ascending. */
    int[] bundles(int key) {
        int[] found = bundles[key];
        return found == null ? NONE : found;
    }

    /** Whether it is offered, not replaced, and, if bundles install it, one of them is, too. */
    boolean isCurrent(int key) {
        return current.get(key);
    }
}
