package io.patchbay.catalog;

/**
 * How many updates of each fate a snapshot holds or a commit made.
 *
 * @param added seen for the first time, or again after being withdrawn
 * @param changed with new content
 * @param superseded replaced by a newer one, or no longer so
 * @param withdrawn no longer offered
 * @param unchanged the same as before
 */
public record ChangeCounts(int added, int changed, int superseded, int withdrawn, int unchanged) {
    /** Whether committing would change nothing. */
    public boolean isEmpty() {
        return added == 0 && changed == 0 && superseded == 0 && withdrawn == 0;
    }
}
