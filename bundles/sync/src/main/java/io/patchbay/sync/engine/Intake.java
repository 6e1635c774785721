package io.patchbay.sync.engine;

import io.patchbay.catalog.Candidate;
import io.patchbay.feeds.UpdateJson;
import io.patchbay.model.Advisory;
import io.patchbay.model.Line;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.Objection;
import io.patchbay.sync.engine.RunCourse.Objected;
import io.patchbay.sync.review.Decisions;
import io.patchbay.sync.review.Decisions.Verdict;
import io.patchbay.sync.review.Review;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what a provider reads, counts it, and passes it on while the run is not stopped. */
abstract class Intake implements UpdateSink {
    private final ActiveRun run;
    final Candidate candidate;
    final Review review;
    private final Signers signers;
    private int count;

    Intake(ActiveRun run, Candidate candidate, Review review, Snapshot snapshot) {
        this.run = run;
        this.candidate = candidate;
        this.review = review;
        this.signers = Signers.of(run.plugged().feeds(), snapshot);
    }

    boolean isEmpty() {
        return count == 0;
    }

    private void count() throws FeedException {
        count++;
        if (count > review.most()) {
            String problem = "the provider gave more than " + review.most() + " updates and advisories";
            throw new FeedException(Code.LIMIT, run.shown().snapshot(), "", problem);
        }
        run.counted(count);
    }

    abstract void take(Update update) throws FeedException;

    abstract void takeUnchanged(UpdateId id) throws FeedException;

    @Override
    public final void accept(Update update) throws FeedException {
        run.checkOpen();
        take(signers.mark(update));
        count();
    }

    @Override
    public final void accept(Advisory advisory) throws FeedException {
        run.checkOpen();
        candidate.add(advisory);
        count();
    }

    @Override
    public final void unchanged(UpdateId id) throws FeedException {
        run.checkOpen();
        takeUnchanged(id);
        count();
    }

    @Override
    public final boolean keepsNotes() {
        return true;
    }

    @Override
    public final void note(byte[] bytes) throws FeedException {
        run.checkOpen();
        candidate.note(bytes);
    }

    /** Takes everything, and shows it to the review. */
    static final class Everything extends Intake {
        Everything(ActiveRun run, Candidate candidate, Review review, Snapshot snapshot) {
            super(run, candidate, review, snapshot);
        }

        @Override
        void take(Update update) throws FeedException {
            review.see(update, candidate.add(update));
        }

        @Override
        void takeUnchanged(UpdateId id) throws FeedException {
            candidate.unchanged(id);
            review.seeUnchanged(id);
        }
    }

    /** Takes what the review does not object to, and what an operator released. */
    static final class Rest extends Intake {
        /** The content of a line that the snapshot lacks. */
        private static final String MISSING = "missing";

        private final String provider;
        private final Decisions decisions;
        private final Map<UpdateId, List<Objection>> objections;
        private final List<Objected> held = new ArrayList<>();

        Rest(
                ActiveRun run,
                Candidate candidate,
                Review review,
                Snapshot snapshot,
                Map<UpdateId, List<Objection>> objections,
                Decisions decisions) {
            super(run, candidate, review, snapshot);
            this.provider = run.provider();
            this.decisions = decisions;
            this.objections = new LinkedHashMap<>(objections);
        }

        @Override
        void take(Update update) throws FeedException {
            List<Objection> against = objections.remove(update.id());
            if (against == null || isReleased(update, against)) {
                candidate.add(update);
            }
        }

        @Override
        void takeUnchanged(UpdateId id) throws FeedException {
            objections.remove(id);
            candidate.unchanged(id);
        }

        private boolean isReleased(Update update, List<Objection> against) {
            String content = UpdateJson.sha256(update);
            Optional<Verdict> verdict = decisions.of(provider, update.id(), content);
            if (verdict.equals(Optional.of(Verdict.RELEASED))) {
                return true;
            }
            candidate.keep(update.id());
            keep(update.release().line());
            hold(update, content, against, verdict);
            return false;
        }

        private void keep(@Nullable Line line) {
            if (line != null) {
                candidate.keep(line);
            }
        }

        private void hold(Update update, String content, List<Objection> against, Optional<Verdict> verdict) {
            if (verdict.isEmpty()) {
                held.add(new Objected(update.id(), update.description().title(), content, against, null));
            }
        }

        /** What waits for an operator, once everything is taken: the lines that the snapshot lacks are left over. */
        List<Objected> held() {
            objections.forEach((id, against) -> review.live(id).ifPresent(update -> {
                Optional<Verdict> verdict = decisions.of(provider, id, MISSING);
                if (!verdict.equals(Optional.of(Verdict.RELEASED))) {
                    keep(update.release().line());
                    hold(update, MISSING, against, verdict);
                }
            }));
            objections.clear();
            return List.copyOf(held);
        }
    }
}
