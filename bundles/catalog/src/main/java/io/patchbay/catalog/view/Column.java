package io.patchbay.catalog.view;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;

/**
 * One property of all rows: the distinct values, and for each key the place of its value among them. So a condition is
 * asked once for each distinct value, and a count is one addition for each row. Immutable.
 */
final class Column<T> {
    private final List<T> values = new ArrayList<>();
    private final int[] places;

    Column(View view, Property<T> property) {
        Map<T, Integer> known = new HashMap<>();
        places = new int[view.size() + 1];
        view.forEach(row -> {
            T value = property.of(view, row);
            Integer place = known.putIfAbsent(value, values.size());
            if (place == null) {
                values.add(value);
            }
            places[row.key()] = place == null ? values.size() - 1 : place;
        });
    }

    /** Tells by key whether the value passes a test. */
    IntPredicate where(Predicate<? super T> test) {
        boolean[] passing = new boolean[values.size()];
        for (int place = 0; place < passing.length; place++) {
            passing[place] = test.test(values.get(place));
        }
        return key -> passing[places[key]];
    }

    /** Tells how many of the keys have each value, of those that any has. */
    void count(BitSet keys, ObjLongConsumer<? super T> counts) {
        long[] found = new long[values.size()];
        for (int key = keys.nextSetBit(0); key >= 0; key = keys.nextSetBit(key + 1)) {
            found[places[key]]++;
        }
        for (int place = 0; place < found.length; place++) {
            if (found[place] > 0) {
                counts.accept(values.get(place), found[place]);
            }
        }
    }
}
