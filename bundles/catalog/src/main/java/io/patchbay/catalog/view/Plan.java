package io.patchbay.catalog.view;

import io.patchbay.catalog.Change.Kind;
import io.patchbay.catalog.ChangeCounts;
import java.util.List;

/**
 * What committing a candidate would make of a view.
 *
 * @param after the view of the next generation
 * @param changes every row that changes, by key
 * @param revisions the new documents among them, by key of the row
 * @param counts how many changes of each fate
 */
public record Plan(View after, List<RowChange> changes, List<Revision> revisions, ChangeCounts counts) {
    /**
     * A row that changes.
     *
     * @param row as it will be
     * @param kind what happens to it
     */
    public record RowChange(Row row, Kind kind) {}

    /**
     * A new document.
     *
     * @param row as it will be
     * @param sequence where the candidate keeps the document
     */
    public record Revision(Row row, long sequence) {}
}
