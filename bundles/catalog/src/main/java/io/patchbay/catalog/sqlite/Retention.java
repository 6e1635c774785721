package io.patchbay.catalog.sqlite;

import java.time.Duration;

/**
 * Which documents of replaced revisions are kept: the newest few of each update, and all that were replaced lately.
 * Views that are held show what was replaced since, so a time is always kept.
 */
record Retention(int revisions, Duration time) {
    static final int REVISIONS = 3;
    static final int DAYS = 90;
    static final Retention DEFAULT = new Retention(REVISIONS, Duration.ofDays(DAYS));

    static Retention of(CatalogConfig config) {
        return new Retention(Math.max(1, config.keptRevisions()), Duration.ofDays(Math.max(1, config.keptDays())));
    }
}
