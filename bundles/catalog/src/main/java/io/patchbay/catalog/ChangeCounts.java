package io.patchbay.catalog;

/**
 * How many updates and advisories of each fate a snapshot holds or a commit made.
 *
 * @param added seen for the first time, or again after being withdrawn
 * @param changed with new content
 * @param superseded updates replaced by a newer one, or no longer so
 * @param rated updates of which nothing changed but what advisories say of them
 * @param withdrawn no longer offered
 * @param unchanged the same as before
 */
public record ChangeCounts(int added, int changed, int superseded, int rated, int withdrawn, int unchanged) {
    /** Whether committing would change nothing. */
    public boolean isEmpty() {
        return added == 0 && changed == 0 && superseded == 0 && rated == 0 && withdrawn == 0;
    }
}
