package io.patchbay.sync.engine;

import io.patchbay.catalog.Candidate.Review;
import java.util.Optional;

/**
 * What a run may change without an operator's word.
 *
 * @param removals how many updates may be withdrawn at once, however few there are
 * @param removalPercent how many of a hundred offered updates may be withdrawn at once
 */
record Limits(int removals, int removalPercent) {
    static final String MASS_REMOVAL = "MASS_REMOVAL";

    /** The reason to hold what this review describes; empty if it is sane. */
    Optional<String> objection(Review review) {
        long allowed = Math.max(removals, review.live() * removalPercent / 100);
        int withdrawn = review.changes().withdrawn();
        if (withdrawn <= allowed) {
            return Optional.empty();
        }
        return Optional.of(
                "would withdraw " + withdrawn + " of " + review.live() + " offered updates and advisories; at most "
                        + allowed + " are withdrawn without an operator's release");
    }
}
