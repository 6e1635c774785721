package io.patchbay.catalog.view;

import io.patchbay.catalog.Change.Kind;
import io.patchbay.catalog.ChangeCounts;
import java.util.List;

/**
 * What committing a candidate would make of a view.
 *
 * @param before the view that it is based on
 * @param after the view of the next generation
 * @param changes every row that changes, by key
 * @param newDocuments how many of them have a new document
 * @param advisories what changes of the provider's advisories
 * @param counts how many changes of each fate
 */
public record Plan(
        View before,
        View after,
        List<RowChange> changes,
        int newDocuments,
        Advisories.Changes advisories,
        ChangeCounts counts) {
    /**
     * A row that changes.
     *
     * @param row as it will be
     * @param kind what happens to it
     */
    public record RowChange(Row row, Kind kind) {}

    /** The key of the document that a row's replaces; 0 if it is new, or as before. */
    public int replaced(Row row) {
        int content = row.key() <= before.size() ? before.said(row.key()).content() : 0;
        return content == row.content() ? 0 : content;
    }

    /** The rows with a new document, in the order of those. */
    public List<Row> revised() {
        Row[] revised = new Row[newDocuments];
        for (RowChange change : changes) {
            int content = change.row().content();
            if (content > before.contents()) {
                revised[content - before.contents() - 1] = change.row();
            }
        }
        return List.of(revised);
    }
}
