package io.patchbay.catalog.view;

import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.view.Indexes.Sorting;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of the answers to a query: a walk along all keys in order, from the cursor until the page is full. */
public final class Search {
    private final View view;
    private final Query query;
    private final Sorting sorting;
    private final int[] order;

    private Search(View view, Query query) {
        this.view = view;
        this.query = query;
        this.sorting = new Sorting(query.order(), query.descending());
        this.order = view.order(sorting);
    }

    /** Answers the query. */
    public static Page page(View view, Query query, TextIndex index) {
        Position after = query.cursor() == null ? null : Cursor.read(query, query.cursor());
        return new Search(view, query).page(after, Filter.keys(view, query, index));
    }

    /** The keys of all rows that match. */
    public static BitSet all(View view, Query query, TextIndex index) {
        return Filter.keys(view, query, index);
    }

    private Page page(@Nullable Position after, BitSet keys) {
        List<Entry> entries = new ArrayList<>();
        int last = 0;
        for (int i = after == null ? 0 : firstAfter(after); i < order.length; i++) {
            if (keys.get(order[i])) {
                if (entries.size() == query.limit()) {
                    return new Page(entries, keys.cardinality(), Cursor.write(query, position(last)));
                }
                last = order[i];
                entries.add(view.entry(view.row(last)));
            }
        }
        return new Page(entries, keys.cardinality(), null);
    }

    /** Where in the order the first key comes that is after the position, whether that is anyone's or not. */
    private int firstAfter(Position after) {
        Comparator<Position> comparator = Position.comparator(sorting);
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (comparator.compare(position(order[middle]), after) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Position position(int key) {
        return Position.of(view, view.row(key), query.order());
    }
}
