package io.patchbay.sync.review;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogView;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot.Extent;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.review.LineRules.TakenBack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what one snapshot of a provider says with what is live. It is told of each update as it is parsed, and asked at the end what must
 * not be published. Used by one thread.
 */
public final class Review {
    private final Thresholds thresholds;
    private final Baseline baseline;
    private final UpdateRules rules;
    private final LineRules lines;
    private final CircleRules circles;
    private final Extent extent;
    private final Map<UpdateId, List<Objection>> found = new LinkedHashMap<>();

    /** Begins the review of a snapshot of this extent. */
    public Review(
            Policy policy, Thresholds thresholds, CatalogView view, String provider, Extent extent, LocalDate today) {
        this.thresholds = thresholds;
        this.baseline = new Baseline(view, provider);
        this.rules = new UpdateRules(policy, thresholds, baseline, today);
        this.lines = new LineRules(baseline, thresholds.off());
        this.circles = new CircleRules(view);
        this.extent = extent;
    }

    /**
     * Sees an update.
     *
     * @param differs whether it is new, or differs from what is live
     * @throws FeedException if nobody could have meant to publish it
     */
    public void see(Update update, boolean differs) throws FeedException {
        if (differs) {
            PlainText.require(update);
            object(update.id(), rules.check(update));
            if (!baseline.isEmpty()) {
                circles.see(update);
            }
        }
        if (!baseline.isEmpty() && update.release().line() != null) {
            lines.see(update, !differs || baseline.live(update.id()).isPresent());
        }
    }

    /** How many updates and advisories a snapshot may hold. */
    public int most() {
        return thresholds.most();
    }

    /** Sees that an update is in the snapshot as it is live. */
    public void seeUnchanged(UpdateId id) {
        if (!baseline.lines().isEmpty()) {
            baseline.live(id).ifPresent(update -> lines.see(update, true));
        }
    }

    private void object(UpdateId id, List<Objection> objections) {
        if (!objections.isEmpty()) {
            found.computeIfAbsent(id, key -> new ArrayList<>()).addAll(objections);
        }
    }

    /** What must not be published, once all updates are seen; by update, in the order of the snapshot. */
    public Map<UpdateId, List<Objection>> objections(Candidate.Review changes) {
        if (extent == Extent.FULL) {
            lines.check().forEach(this::object);
        }
        if (!baseline.isEmpty() && !thresholds.off().contains(Code.SUPERSEDENCE_CYCLE)) {
            circles.check(changes.circles()).forEach(this::object);
        }
        return found;
    }

    /** Why the run as a whole must not be published; empty if it may be. */
    public List<Objection> objectionsToRun(Candidate.Review changes, List<Integer> additionsBefore) {
        TakenBack takenBack = extent == Extent.FULL ? lines.takenBack(found.keySet()) : new TakenBack(0, 0);
        // Where nothing is live, be it that the catalogue was lost, everything is added.
        List<Integer> usual = hasBaseline() ? additionsBefore : List.of();
        return new RunRules(thresholds).check(changes, takenBack, usual);
    }

    /** Whether the provider has anything to lose. */
    public boolean hasBaseline() {
        return !baseline.isEmpty();
    }

    /** What is live of an update; empty if the provider never gave it. */
    public Optional<Update> live(UpdateId id) {
        return baseline.live(id);
    }
}
