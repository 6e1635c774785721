package io.patchbay.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a search.
 *
 * @param entries in the query's order
 * @param total how many entries match in all
 * @param next the cursor of the next page, for {@link QueryBuilder#cursor}; null at the end. It says behind which place in the order to go on, and may
 *     be used in the same view or a later one, also after a restart. In a later one, what has moved from one side of the place to the other comes twice
 *     or not at all
 */
public record Page(List<Entry> entries, long total, @Nullable String next) {
    public Page {
        entries = List.copyOf(entries);
    }
}
