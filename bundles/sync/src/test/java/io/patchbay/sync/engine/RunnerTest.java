package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.file.AuditService;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Objection.Code;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.engine.RunCourse.Objected;
import io.patchbay.sync.engine.RunCourse.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class RunnerTest {
    private static final Outcome HELD = new Outcome(
            Optional.empty(),
            List.of(new Objected(null, "", "f00d", List.of(new Objection(Code.FLOOD, "too many")), null)));

    @TempDir
    Path folder;

    private final Plugged plugged =
            new Plugged(1, 0, new LineProvider("example"), "test", Version.emptyVersion, Policy.of(Set.of()));
    private Quarantine quarantine;
    private Runner runner;

    @BeforeEach
    void start() throws IOException {
        quarantine = Quarantine.open(folder.resolve("held"));
        RunLog log = RunLog.open(folder.resolve("runs.tsv"));
        RunAudit audit = new RunAudit(new AuditService(folder, Clock.systemUTC()));
        runner = new Runner(1, log, quarantine, audit, Clock.systemUTC(), end -> {}, end -> {});
    }

    private Run run(Runner.Work work) throws InterruptedException {
        ActiveRun run = runner.begin(plugged, "alice", work);
        run.await(Long.MAX_VALUE);
        return run.shown();
    }

    /** As when its provider is replaced while the run has nothing to do any more with the provider's code. */
    @Test
    void whatWasStoppedHoldsNothingEvenAtItsVeryEnd() throws InterruptedException {
        Run end = run(run -> {
            run.stop("its provider went");
            return HELD;
        });
        assertEquals("STOPPED: its provider went", end.state() + ": " + end.reason());
        assertEquals(List.of(), quarantine.all());
    }

    @Test
    void waitsForWhatCommitsHoweverLongItTakes() throws InterruptedException {
        CountDownLatch commits = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        ActiveRun committing = runner.begin(plugged, "alice", run -> {
            run.committing();
            commits.countDown();
            await(mayEnd);
            return Outcome.UNCHANGED;
        });
        commits.await();
        Thread closing = new Thread(() -> runner.close("the engine stops", 0));
        closing.start();
        while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertTrue(closing.isAlive(), "it does not wait for the commit");
        mayEnd.countDown();
        closing.join();
        assertEquals(State.UNCHANGED, committing.shown().state());
        assertEquals(1, RunLog.open(folder.resolve("runs.tsv")).newest(9).size());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    @Test
    void whatHasHeldSomethingIsStoppedNoMore() throws InterruptedException {
        ActiveRun held = runner.begin(plugged, "alice", run -> HELD);
        held.await(Long.MAX_VALUE);
        assertFalse(held.stop("its provider went"));
        assertEquals(State.HELD, held.shown().state());
        assertEquals(1, quarantine.all().size());
    }
}
