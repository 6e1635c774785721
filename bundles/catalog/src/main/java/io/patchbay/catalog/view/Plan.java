package io.patchbay.catalog.view;

import io.patchbay.catalog.Change.Kind;
import io.patchbay.catalog.ChangeCounts;
import java.util.List;

/**
 * What committing a candidate would make of a view.
 *
 * @param after the view of the next generation
 * @param changes every row that changes, by key
 * @param newDocuments how many of them have a new document
 * @param counts how many changes of each fate
 */
public record Plan(View after, List<RowChange> changes, int newDocuments, ChangeCounts counts) {
    /**
     * A row that changes.
     *
     * @param row as it will be
     * @param kind what happens to it
     */
    public record RowChange(Row row, Kind kind) {}
}
