package io.patchbay.catalog.view;

import io.patchbay.catalog.Query.Order;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is worked out of the rows of a view when it is first asked for: columns, and the keys in order. Thread-safe. */
final class Indexes {
    private final Map<Property<?>, Column<?>> columns = new ConcurrentHashMap<>();
    private final Map<Sorting, int[]> orders = new ConcurrentHashMap<>();
    private volatile int @Nullable [] byContent;

    /** An order of entries. */
    record Sorting(Order order, boolean descending) {}

    @SuppressWarnings("unchecked") // a property's column is only ever made here
    <T> Column<T> column(View view, Property<T> property) {
        return (Column<T>) columns.computeIfAbsent(property, key -> new Column<>(view, property));
    }

    /** All keys in this order; not to be changed. */
    int[] order(View view, Sorting sorting) {
        return orders.computeIfAbsent(sorting, key -> sort(view, key, view.keys().stream()));
    }

    /** For each key of a document that is somebody's now, the key of the row that is served of its update, else 0. */
    int[] byContent(View view) {
        int[] keys = byContent;
        if (keys == null) {
            int[] made = new int[view.contents() + 1];
            for (int key = 1; key <= view.size(); key++) {
                Row said = view.said(key);
                made[said.content()] = view.served(said.facts().id()).key();
            }
            byContent = made;
            return made;
        }
        return keys;
    }

    /** The keys of the rows that are served of the updates of which documents with these keys speak. */
    BitSet keysOf(View view, BitSet documents) {
        int[] rows = byContent(view);
        BitSet keys = new BitSet(view.size() + 1);
        for (int document = documents.nextSetBit(0);
                document >= 0 && document < rows.length;
                document = documents.nextSetBit(document + 1)) {
            keys.set(rows[document]);
        }
        keys.clear(0);
        return keys;
    }

    private static int[] sort(View view, Sorting sorting, IntStream keys) {
        Position[] positions = new Position[view.size() + 1];
        view.forEach(row -> positions[row.key()] = Position.of(view, row, sorting.order()));
        var order = Position.comparator(sorting);
        return keys.boxed()
                .sorted((a, b) -> order.compare(positions[a], positions[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Works out now, for a view that follows another, all that the other was asked for. Sorting starts from the order
     * of before, in which little is out of place: that takes one pass.
     */
    void prepare(View view, Indexes before) {
        if (before.byContent != null) {
            byContent(view);
        }
        before.columns.keySet().forEach(property -> column(view, property));
        before.orders.forEach((sorting, keys) -> orders.computeIfAbsent(sorting, key -> {
            BitSet added = view.keys();
            int[] left = IntStream.of(keys).filter(added::get).toArray();
            IntStream.of(left).forEach(added::clear);
            return sort(view, sorting, IntStream.concat(IntStream.of(left), added.stream()));
        }));
    }
}
