package io.patchbay.sync.engine;

import io.patchbay.audit.AuditLog;
import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogWriter;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Generation;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.Snapshot.Extent;
import io.patchbay.spi.SyncFilter;
import io.patchbay.sync.Examination;
import io.patchbay.sync.Objection;
import io.patchbay.sync.SyncMode;
import io.patchbay.sync.review.Decisions;
import io.patchbay.sync.review.Decisions.Verdict;
import io.patchbay.sync.review.Review;
import io.patchbay.sync.review.Thresholds;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The course of one run, from the upstream to the catalogue. */
final class RunCourse {
    /** Marks the fingerprint of a snapshot of which something is not committed, so that the next run reads it again. */
    private static final String IN_PART = " in part";

    /** How many updates are held one by one. */
    private static final int MOST_HELD = 100;

    /** Of how many objections operators see the words if there are more. */
    private static final int SHOWN = 10;

    /**
     * How a run ends that was neither stopped nor failed.
     *
     * @param generation the generation made; empty if nothing changed, or if all of it is held
     * @param held what waits for an operator; empty if nothing does
     */
    record Outcome(Optional<Generation> generation, List<Objected> held) {
        static final Outcome UNCHANGED = new Outcome(Optional.empty(), List.of());
    }

    /**
     * What is held, and why.
     *
     * @param update null if it is the whole run
     * @param changes what publishing would do; null for a single update
     */
    record Objected(
            @Nullable UpdateId update,
            String title,
            String content,
            List<Objection> objections,
            @Nullable ChangeCounts changes) {}

    private final SnapshotSource source;
    private final Catalog catalog;
    private final CatalogWriter writer;
    private final Decisions decisions;
    private final Supplier<Thresholds> thresholds;
    private final Function<Plugged, Policy> policies;
    private final Function<String, List<Integer>> additions;
    private final RunAudit audit;
    private final Clock clock;

    /**
     * Makes the course of all runs.
     *
     * @param thresholds how much a run may change, asked for each
     * @param policies what the files of a provider's updates may be
     * @param additions how many updates the last runs of a provider added, but for its first
     */
    RunCourse(
            SnapshotSource source,
            Catalog catalog,
            CatalogWriter writer,
            Decisions decisions,
            Supplier<Thresholds> thresholds,
            Function<Plugged, Policy> policies,
            Function<String, List<Integer>> additions,
            RunAudit audit,
            Clock clock) {
        this.source = source;
        this.catalog = catalog;
        this.writer = writer;
        this.decisions = decisions;
        this.thresholds = thresholds;
        this.policies = policies;
        this.additions = additions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Syncs from the upstream. */
    Outcome sync(ActiveRun run, SyncMode mode, SyncFilter filter) throws IOException, FeedException {
        Plugged plugged = run.plugged();
        Optional<Committed> committed = writer.committed(plugged.id());
        run.progress("fetch", 0, 0);
        SnapshotFolder snapshot = source.take(plugged.provider(), committed, filter, run);
        String fingerprint = Fingerprint.of(snapshot, plugged.version());
        run.read(snapshot.name());
        boolean known = committed.map(c -> c.fingerprint().equals(fingerprint)).orElse(false);
        boolean rejected = decided(run, fingerprint).equals(Optional.of(Verdict.REJECTED));
        if (rejected || (known && mode == SyncMode.IF_CHANGED)) {
            return Outcome.UNCHANGED;
        }
        return publish(run, mode == SyncMode.ALWAYS ? snapshot : afterCommitted(run, snapshot), fingerprint);
    }

    /** Reads a snapshot that was held once more, now that an operator has decided. */
    Outcome again(ActiveRun run, String name) throws IOException, FeedException {
        SnapshotFolder snapshot = source.open(run.provider(), name);
        run.read(snapshot.name());
        String fingerprint = Fingerprint.of(snapshot, run.plugged().version());
        return publish(run, afterCommitted(run, snapshot), fingerprint);
    }

    private Optional<Verdict> decided(ActiveRun run, String fingerprint) {
        return decisions.of(run.provider(), null, fingerprint);
    }

    private boolean isReleased(ActiveRun run, String fingerprint) {
        return decided(run, fingerprint).equals(Optional.of(Verdict.RELEASED));
    }

    /** The snapshot with the committed one before it, if that is still there and would be understood in the same way. */
    private Snapshot afterCommitted(ActiveRun run, SnapshotFolder snapshot) {
        return writer.committed(run.provider())
                .flatMap(committed -> open(run, committed))
                .filter(before -> isFull(before) && isFull(snapshot))
                .map(before -> snapshot.after(before, writer.notes(run.provider())))
                .orElse(snapshot);
    }

    private static boolean isFull(Snapshot snapshot) {
        return snapshot.extent() == Extent.FULL;
    }

    private Optional<Snapshot> open(ActiveRun run, Committed committed) {
        try {
            Snapshot before = source.open(run.provider(), committed.snapshot());
            String fingerprint = Fingerprint.of(before, run.plugged().version());
            return Optional.of(before).filter(b -> fingerprint.equals(committed.fingerprint()));
        } catch (IOException | FeedException e) {
            // Whatever became of the old snapshot: the new one says everything by itself.
            return Optional.empty();
        }
    }

    private Outcome publish(ActiveRun run, Snapshot snapshot, String fingerprint) throws IOException, FeedException {
        run.takeTurn();
        Review review = review(run, snapshot);
        Map<UpdateId, List<Objection>> objections;
        try (Candidate candidate = writer.begin(run.provider(), snapshot, fingerprint)) {
            Intake.Everything intake = new Intake.Everything(run, candidate, review, snapshot);
            parseTaken(run, snapshot, intake);
            if (intake.isEmpty() && isFull(snapshot) && !isReleased(run, fingerprint)) {
                return heldAsEmpty(run, candidate, snapshot, review, fingerprint);
            }
            Candidate.Review changes = candidate.review();
            objections = review.objections(changes);
            if (objections.isEmpty()) {
                return commit(run, candidate, changes, review, fingerprint, List.of());
            }
            if (!isFull(snapshot) || objections.size() > MOST_HELD) {
                return isReleased(run, fingerprint)
                        ? commit(run, candidate, changes, review, fingerprint, List.of())
                        : heldAsWhole(run, changes, objections, fingerprint);
            }
        }
        return publishRest(run, snapshot, fingerprint, review, objections);
    }

    /** Reviews what a provider makes of a snapshot, and commits nothing of it. */
    Examination examine(Plugged plugged, Snapshot snapshot) throws IOException, FeedException {
        ActiveRun run = new ActiveRun(0, plugged, AuditLog.ENGINE, clock.instant(), new Semaphore(1));
        Review review = review(run, snapshot);
        try (Candidate candidate = writer.begin(plugged.id(), snapshot, "")) {
            parse(run, snapshot, new Intake.Everything(run, candidate, review, snapshot));
            Candidate.Review changes = candidate.review();
            List<Objection> ofRun = review.objectionsToRun(changes, additions.apply(plugged.id()));
            return new Examination(review.objections(changes), ofRun, changes.changes());
        }
    }

    private Review review(ActiveRun run, Snapshot snapshot) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Policy policy = policies.apply(run.plugged());
        return new Review(policy, thresholds.get(), catalog.view(), run.provider(), snapshot.extent(), today);
    }

    /** Parses what the source has; what cannot be read of it is not kept as if it were good. */
    private void parseTaken(ActiveRun run, Snapshot snapshot, Intake intake) throws IOException, FeedException {
        try {
            parse(run, snapshot, intake);
        } catch (FeedException e) {
            distrust(run, snapshot, e);
            throw e;
        }
    }

    private void distrust(ActiveRun run, Snapshot snapshot, FeedException failure) {
        try {
            source.distrust(run.provider(), snapshot.name(), failure.feed());
        } catch (IOException | FeedException e) {
            failure.addSuppressed(e);
        }
    }

    private static void parse(ActiveRun run, Snapshot snapshot, Intake intake) throws IOException, FeedException {
        run.plugged().provider().parse(snapshot, intake);
        run.checkOpen();
    }

    /** Nobody withdraws everything; a provider that never gave anything does not understand its upstream. */
    private static Outcome heldAsEmpty(
            ActiveRun run, Candidate candidate, Snapshot snapshot, Review review, String fingerprint)
            throws FeedException {
        if (!review.hasBaseline()) {
            throw new FeedException(
                    Code.EMPTY, snapshot.name(), "", "the provider found no updates or advisories in it");
        }
        ChangeCounts changes = candidate.review().changes();
        run.reviewed(changes);
        String detail = "nothing is left, and " + changes.withdrawn() + " updates and advisories would be withdrawn";
        Objection objection = new Objection(Objection.Code.MASS_REMOVAL, detail);
        return held(fingerprint, List.of(objection), changes);
    }

    /** What a delta leaves out comes never again; and where very many updates are odd, it is the feed that is. */
    private static Outcome heldAsWhole(
            ActiveRun run, Candidate.Review changes, Map<UpdateId, List<Objection>> objections, String fingerprint) {
        run.reviewed(changes.changes());
        List<Objection> first = objections.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(o -> of(entry.getKey(), objections.size(), o)))
                .limit(SHOWN)
                .toList();
        return held(fingerprint, first, changes.changes());
    }

    private static Objection of(UpdateId update, int count, Objection objection) {
        String which = "update " + update + ", one of " + count + " that are objected to: ";
        return new Objection(objection.code(), which + objection.detail());
    }

    private static Outcome held(String fingerprint, List<Objection> objections, ChangeCounts changes) {
        return new Outcome(Optional.empty(), List.of(new Objected(null, "", fingerprint, objections, changes)));
    }

    /** Reads the snapshot once more, without what is objected to: that, and the lines that it is of, stay as they are. */
    private Outcome publishRest(
            ActiveRun run,
            Snapshot snapshot,
            String fingerprint,
            Review review,
            Map<UpdateId, List<Objection>> objections)
            throws IOException, FeedException {
        try (Candidate candidate = writer.begin(run.provider(), snapshot, fingerprint + IN_PART)) {
            Intake.Rest intake = new Intake.Rest(run, candidate, review, snapshot, objections, decisions);
            parseTaken(run, snapshot, intake);
            List<Objected> held = intake.held();
            return commit(run, candidate, candidate.review(), review, fingerprint, held);
        }
    }

    private Outcome commit(
            ActiveRun run,
            Candidate candidate,
            Candidate.Review changes,
            Review review,
            String fingerprint,
            List<Objected> held)
            throws IOException {
        run.reviewed(changes.changes());
        List<Objection> objections = review.objectionsToRun(changes, additions.apply(run.provider()));
        if (!objections.isEmpty() && !isReleased(run, fingerprint)) {
            return held(fingerprint, objections, changes.changes());
        }
        run.committing();
        audit.commits(run.actor(), run.shown());
        return new Outcome(candidate.commit(), held);
    }
}
