package io.patchbay.catalog.view;

import java.util.Comparator;
import java.util.List;

/**
 * Who is heard first where several providers speak of one update.
 *
 * @param providers ids, the first heard first; those that are not here come after them, by id
 */
public record Ranking(List<String> providers) {
    public Ranking {
        providers = List.copyOf(providers);
    }

    /** The order of what providers say of one update. */
    Comparator<Row> order() {
        return Comparator.<Row>comparingInt(row -> place(row.provider())).thenComparing(Row::provider);
    }

    private int place(String provider) {
        int place = providers.indexOf(provider);
        return place < 0 ? providers.size() : place;
    }
}
