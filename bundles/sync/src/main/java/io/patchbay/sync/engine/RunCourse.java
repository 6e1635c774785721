package io.patchbay.sync.engine;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.Candidate.Review;
import io.patchbay.catalog.CatalogWriter;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.Generation;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.SyncMode;
import java.io.IOException;
import java.util.Optional;

/** The course of one run, from the upstream to the catalogue. */
final class RunCourse {
    /**
     * How a run ends that was neither stopped nor failed.
     *
     * @param generation the generation made; empty if nothing changed, or if it is held
     * @param objection why it is held; empty if it is not
     */
    record Outcome(Optional<Generation> generation, Optional<Objection> objection) {
        static final Outcome UNCHANGED = new Outcome(Optional.empty(), Optional.empty());
    }

    /** A reason to hold, and what is held. */
    record Objection(String code, String reason, Review review) {}

    private final SnapshotSource source;
    private final CatalogWriter writer;
    private final Limits limits;
    private final RunAudit audit;

    RunCourse(SnapshotSource source, CatalogWriter writer, Limits limits, RunAudit audit) {
        this.source = source;
        this.writer = writer;
        this.limits = limits;
        this.audit = audit;
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
        if (known && mode == SyncMode.IF_CHANGED) {
            return Outcome.UNCHANGED;
        }
        return publish(run, mode == SyncMode.ALWAYS ? snapshot : afterCommitted(run, snapshot), fingerprint, false);
    }

    /** Commits a snapshot that was held. */
    Outcome release(ActiveRun run, String name) throws IOException, FeedException {
        SnapshotFolder snapshot = source.open(run.provider(), name);
        run.read(snapshot.name());
        String fingerprint = Fingerprint.of(snapshot, run.plugged().version());
        return publish(run, afterCommitted(run, snapshot), fingerprint, true);
    }

    /** The snapshot with the committed one before it, if that is still there and would be understood in the same way. */
    private Snapshot afterCommitted(ActiveRun run, SnapshotFolder snapshot) {
        return writer.committed(run.provider())
                .flatMap(committed -> open(run, committed))
                .filter(before -> isFull(before) && isFull(snapshot))
                .map(snapshot::after)
                .orElse(snapshot);
    }

    private static boolean isFull(Snapshot snapshot) {
        return snapshot.extent() == Snapshot.Extent.FULL;
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

    private Outcome publish(ActiveRun run, Snapshot snapshot, String fingerprint, boolean released)
            throws IOException, FeedException {
        try (Candidate candidate = writer.begin(run.provider(), snapshot, fingerprint)) {
            parse(run, snapshot, candidate);
            Review review = candidate.review();
            run.reviewed(review.changes());
            Optional<String> objection = released ? Optional.empty() : limits.objection(review);
            if (objection.isPresent()) {
                return held(objection.get(), review);
            }
            run.committing();
            audit.commits(run.shown());
            return new Outcome(candidate.commit(), Optional.empty());
        }
    }

    private static Outcome held(String reason, Review review) {
        return new Outcome(Optional.empty(), Optional.of(new Objection(Limits.MASS_REMOVAL, reason, review)));
    }

    private static void parse(ActiveRun run, Snapshot snapshot, Candidate candidate) throws IOException, FeedException {
        FeedProvider provider = run.plugged().provider();
        Intake intake = new Intake(run, candidate, Signers.of(provider, snapshot));
        provider.parse(snapshot, intake);
        run.checkOpen();
        if (intake.count == 0 && snapshot.extent() == Snapshot.Extent.FULL) {
            throw new FeedException(snapshot.name(), "", "the provider found no updates or advisories in it");
        }
    }

    /** Counts what a provider hands over, and passes it on while the run is not stopped. */
    private static final class Intake implements UpdateSink {
        private final ActiveRun run;
        private final Candidate candidate;
        private final Signers signers;
        private int count;

        Intake(ActiveRun run, Candidate candidate, Signers signers) {
            this.run = run;
            this.candidate = candidate;
            this.signers = signers;
        }

        @Override
        public void accept(Update update) throws FeedException {
            run.checkOpen();
            candidate.add(signers.mark(update));
            run.counted(++count);
        }

        @Override
        public void accept(Advisory advisory) throws FeedException {
            run.checkOpen();
            candidate.add(advisory);
            run.counted(++count);
        }

        @Override
        public void unchanged(UpdateId id) throws FeedException {
            run.checkOpen();
            candidate.unchanged(id);
            run.counted(++count);
        }
    }
}
