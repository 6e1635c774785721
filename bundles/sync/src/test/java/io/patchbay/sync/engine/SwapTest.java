package io.patchbay.sync.engine;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.AuditLog;
import io.patchbay.audit.AuditRecord;
import io.patchbay.audit.Verification;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.SyncMode;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose bundle goes, or is replaced, and what runs next. */
class SwapTest {
    private static final Schedule OFTEN = new Schedule(Duration.ofHours(6));
    private static final int COLLECTIONS = 100;

    @TempDir
    Path folder;

    private final LineProvider old = new LineProvider("example");
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder, OFTEN);
    }

    @AfterEach
    void stop() {
        old.mayEnd.countDown();
        desk.close();
    }

    @Test
    void stopsTheRunOfABundleThatIsReplacedAndRunsTheNewOne() throws Exception {
        desk.recordLines("example", "1", "A 1.0", "wait");
        plug(old, "1.0.0");
        old.busy.await();
        desk.recordLines("example", "2", "A 2.0");
        plug(new LineProvider("example"), "1.1.0");
        assertEquals(State.RUNNING, desk.sync.run(1).orElseThrow().state());
        desk.sync.unplug(1);
        Run stopped = desk.sync.await(1);
        assertEquals("STOPPED: its provider went", stopped.state() + ": " + stopped.reason());
        Run next = desk.sync.await(2);
        assertEquals("CHANGED by 1.1.0", next.state() + " by " + next.version());
        assertEquals(List.of("A 2.0"), desk.titles());
    }

    @Test
    void cutsOffTheRunOfABundleThatIsReplacedIfItDoesNotEnd() throws Exception {
        desk.recordLines("example", "1", "spin", "A 1.0");
        plug(old, "1.0.0");
        old.busy.await();
        desk.recordLines("example", "2", "A 2.0");
        plug(new LineProvider("example"), "1.1.0");
        desk.sync.unplug(1);
        assertEquals(
                "its provider went; its code did not end and was cut off",
                desk.sync.await(1).reason());
        desk.sync.await(2);
        old.mayEnd.countDown();
        assertEquals(List.of("A 2.0"), desk.titles());
    }

    @Test
    void letsARunEndThatCommits() throws Exception {
        desk.close();
        CountDownLatch commits = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        desk = new Desk(folder, OFTEN, log -> new HeldCommits(log, commits, mayCommit));
        desk.recordLines("example", "1", "A 1.0");
        plug(old, "1.0.0");
        commits.await();
        Thread unplugging = new Thread(() -> desk.sync.unplug(1));
        unplugging.start();
        while (unplugging.isAlive() && unplugging.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertTrue(unplugging.isAlive(), "it does not wait for the commit");
        mayCommit.countDown();
        unplugging.join();
        assertEquals(State.CHANGED, desk.sync.run(1).orElseThrow().state());
        assertEquals(List.of("A 1.0"), desk.titles());
    }

    @Test
    void runsNothingAnyMoreOnceTheEngineStops() throws Exception {
        desk.recordLines("example", "1", "A 1.0", "wait");
        plug(old, "1.0.0");
        old.busy.await();
        plug(new LineProvider("example"), "1.1.0");
        desk.sync.close();
        assertEquals(
                List.of("the engine stops"),
                desk.sync.runs(9).stream().map(Run::reason).toList());
    }

    @Test
    void runsAnOlderVersionThatTakesOver() throws Exception {
        desk.recordLines("example", "1", "A 1.0");
        plug(old, "1.1.0");
        desk.sync.await(1);
        plug(new LineProvider("example"), "1.0.0");
        assertEquals("also offered by test 1.0.0", desk.sync.providers().get(0).note());
        desk.sync.unplug(1);
        assertEquals("1.0.0", desk.sync.await(2).version());
    }

    @Test
    void nothingRunsOfAProviderThatIsNotPluggedInAnyMore() throws Exception {
        desk.recordLines("example", "1", "A 1.0", "wait");
        plug(old, "1.0.0");
        old.busy.await();
        desk.sync.unplug(1);
        assertEquals(
                List.of(State.STOPPED),
                desk.sync.runs(9).stream().map(Run::state).toList());
        assertEquals(List.of(), desk.sync.start(Set.of(), SyncMode.ALWAYS, "alice"));
    }

    /** As a class loader may remember a thread that loaded a class. */
    @Test
    void aThreadThatIsRememberedHoldsNothingOfAProviderThatWent() throws Exception {
        desk.recordLines("example", "1", "A 1.0");
        AtomicReference<@Nullable Thread> remembered = new AtomicReference<>();
        WeakReference<FeedProvider> provider = plugRemembered(remembered);
        assertEquals(State.CHANGED, desk.sync.await(1).state());
        requireNonNull(remembered.get()).join();
        desk.sync.unplug(1);
        for (int i = 0; provider.get() != null && i < COLLECTIONS; i++) {
            System.gc();
        }
        assertNull(provider.get());
    }

    private WeakReference<FeedProvider> plugRemembered(AtomicReference<@Nullable Thread> remembered) {
        FeedProvider provider = new Remembered(new LineProvider("example"), remembered);
        desk.plug(provider);
        return new WeakReference<>(provider);
    }

    /** A provider whose last thread is known. */
    private record Remembered(LineProvider lines, AtomicReference<@Nullable Thread> thread) implements FeedProvider {
        @Override
        public ProviderInfo info() {
            return lines.info();
        }

        @Override
        public List<Feed> feeds() {
            return lines.feeds();
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            thread.set(Thread.currentThread());
            lines.parse(snapshot, sink);
        }
    }

    private void plug(LineProvider provider, String version) {
        desk.plug(provider, Policy.of(provider.info().hosts()), version);
    }

    /** An audit log that takes its time over commits. */
    private record HeldCommits(AuditLog log, CountDownLatch commits, CountDownLatch mayCommit) implements AuditLog {
        @Override
        public AuditRecord record(String actor, String action, String object, Map<String, String> details)
                throws IOException {
            if (action.equals("commit")) {
                commits.countDown();
                await(mayCommit);
            }
            return log.record(actor, action, object, details);
        }

        private static void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public List<AuditRecord> newest(int limit, Predicate<AuditRecord> wanted) throws IOException {
            return log.newest(limit, wanted);
        }

        @Override
        public Verification verify() throws IOException {
            return log.verify();
        }
    }
}
