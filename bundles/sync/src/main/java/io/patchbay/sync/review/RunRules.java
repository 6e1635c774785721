package io.patchbay.sync.review;

import io.patchbay.catalog.Candidate;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.LineRules.TakenBack;
import java.util.List;

/** How much a run may change without an operator's word. */
final class RunRules {
    private final Thresholds thresholds;

    RunRules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /**
     * What is objected to.
     *
     * @param takenBack the releases among what would be withdrawn of which an earlier one takes the place
     * @param before how many updates the last runs added that added any, the first left out
     */
    List<Objection> check(Candidate.Review review, TakenBack takenBack, List<Integer> before) {
        Objections objections = new Objections(thresholds.off());
        checkRemovals(review, takenBack, objections);
        checkAdditions(review.changes().added(), before, objections);
        return objections.found();
    }

    /** A release that is taken back counts once, however many packages it has; but not where very many are taken back. */
    private void checkRemovals(Candidate.Review review, TakenBack takenBack, Objections objections) {
        long allowed = Math.max(thresholds.removals(), review.live() * thresholds.removalPercent() / 100);
        int withdrawn = review.changes().withdrawn();
        boolean few = takenBack.releases() <= thresholds.removals();
        int counted = few ? withdrawn - takenBack.updates() + takenBack.releases() : withdrawn;
        if (counted > allowed) {
            objections.add(
                    Code.MASS_REMOVAL,
                    "would withdraw " + withdrawn + " of " + review.live() + " offered updates and advisories; at most "
                            + allowed + " are withdrawn without an operator's release");
        }
    }

    private void checkAdditions(int added, List<Integer> before, Objections objections) {
        if (before.isEmpty()) {
            return;
        }
        List<Integer> sorted = before.stream().sorted().toList();
        int usual = sorted.get(sorted.size() / 2);
        long allowed = Math.max(thresholds.additions(), (long) usual * thresholds.additionFactor());
        if (added > allowed) {
            objections.add(
                    Code.FLOOD,
                    "would add " + added + " updates and advisories, where " + usual + " are usual; at most " + allowed
                            + " are added without an operator's release");
        }
    }
}
