package io.patchbay.catalog.view;

import io.patchbay.catalog.Page;
import io.patchbay.catalog.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** One page of the answers to a query: one pass over the rows, which keeps no more of them than the page holds. */
public final class Search {
    private final View view;
    private final Query query;
    private final Comparator<Position> order;
    private final @Nullable Position after;
    private final PriorityQueue<Position> first;
    private long total;

    private Search(View view, Query query) {
        this.view = view;
        this.query = query;
        this.order = Position.comparator(query);
        this.after = query.cursor() == null ? null : Cursor.read(query, query.cursor());
        this.first = new PriorityQueue<>(order.reversed());
    }

    /** Answers the query. */
    public static Page page(View view, Query query, TextIndex index) {
        Search search = new Search(view, query);
        new Filter(view, query, index).forEach(search::take);
        return search.page();
    }

    private void take(Row row) {
        total++;
        Position position = Position.of(row, query.order());
        if (after == null || order.compare(position, after) > 0) {
            keep(position);
        }
    }

    /** Keeps one more than fits, to see whether there is a next page. */
    private void keep(Position position) {
        if (first.size() <= query.limit()) {
            first.add(position);
        } else if (order.compare(position, first.element()) < 0) {
            first.remove();
            first.add(position);
        }
    }

    private Page page() {
        List<Position> positions = new ArrayList<>(first);
        positions.sort(order);
        boolean more = positions.size() > query.limit();
        List<Position> shown = more ? positions.subList(0, query.limit()) : positions;
        String next = more ? Cursor.write(query, shown.get(shown.size() - 1)) : null;
        return new Page(
                shown.stream()
                        .map(position -> view.entry(Objects.requireNonNull(view.find(position.id()))))
                        .toList(),
                total,
                next);
    }
}
