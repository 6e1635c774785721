package io.patchbay.sync.engine;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.feeds.Reason;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.sync.Run;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A run under way: what operators see of it, and the fence that keeps a stopped one from publishing. From the moment it is stopped, nothing
 * of it reaches the catalogue, even if the provider's code goes on; from the moment it commits, it is too late to stop it.
 */
final class ActiveRun implements FetchProgress {
    private enum Fence {
        OPEN,
        STOPPED,
        COMMITTING
    }

    private final AtomicReference<Fence> fence = new AtomicReference<>(Fence.OPEN);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long number;
    private final Plugged plugged;
    private final String actor;
    private final Instant started;
    private final Map<String, String> outdated = new ConcurrentHashMap<>();
    private final AtomicLong signs = new AtomicLong();
    private volatile String stopReason = "";
    private final Semaphore turns;
    private final AtomicBoolean hasTurn = new AtomicBoolean();
    private volatile boolean waits;
    private volatile @Nullable Thread thread;
    private volatile Run shown;

    /**
     * A run that begins.
     *
     * @param actor who wants it
     * @param turns as many as runs may do more than fetch at a time
     */
    ActiveRun(long number, Plugged plugged, String actor, Instant started, Semaphore turns) {
        this.number = number;
        this.plugged = plugged;
        this.actor = actor;
        this.started = started;
        this.turns = turns;
        this.shown = run(Run.State.RUNNING, null, "begin", 0, 0, "", 0, null, 0, "");
    }

    Plugged plugged() {
        return plugged;
    }

    String actor() {
        return actor;
    }

    String provider() {
        return plugged.id();
    }

    Run shown() {
        return shown;
    }

    /** Waits for this run's turn to read and to commit. */
    void takeTurn() {
        Run now = shown;
        shown = run(Run.State.RUNNING, null, "wait for another provider", 0, 0, now.snapshot(), 0, null, 0, "");
        waits = true;
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            throw new CancellationException(stopReason);
        } finally {
            waits = false;
        }
        hasTurn.set(true);
        checkOpen();
        read(now.snapshot());
    }

    /** The next may take its turn, if this run had one. */
    void endTurn() {
        if (hasTurn.getAndSet(false)) {
            turns.release();
        }
    }

    void runningOn(Thread runner) {
        thread = runner;
    }

    /** Whether its code has not ended, whatever is shown of it. */
    boolean goesOn() {
        Thread runner = thread;
        return runner != null && runner.isAlive();
    }

    @Override
    public void progress(String what, long done, long total) {
        checkOpen();
        Run now = shown;
        show(run(Run.State.RUNNING, null, what, done, total, now.snapshot(), now.updates(), now.changes(), 0, ""));
    }

    /** Of feeds that the provider has, that is: nobody would ask for another. */
    @Override
    public void outdated(String feed, String reason) {
        checkOpen();
        if (plugged.feeds().stream().anyMatch(known -> known.name().equals(feed))) {
            outdated.put(feed, Reason.of(reason));
        }
    }

    /** Why an earlier copy stands in for a document of a feed; blank if none does. */
    String outdated(String feed) {
        return outdated.getOrDefault(feed, "");
    }

    private void show(Run now) {
        shown = now;
        signs.incrementAndGet();
    }

    /** Whether it waits for its turn, and so has nothing to say. */
    boolean waits() {
        return waits;
    }

    /** How often something was heard of it. */
    long signs() {
        return signs.get();
    }

    void read(String snapshot) {
        show(run(Run.State.RUNNING, null, "read " + snapshot, 0, 0, snapshot, 0, null, 0, ""));
    }

    void counted(int updates) {
        Run now = shown;
        show(run(Run.State.RUNNING, null, now.activity(), updates, 0, now.snapshot(), updates, null, 0, ""));
    }

    void reviewed(ChangeCounts changes) {
        Run now = shown;
        show(run(Run.State.RUNNING, null, "commit", 0, 0, now.snapshot(), now.updates(), changes, 0, ""));
    }

    /** Lets a provider's code know that the run is over; it passes through every call into the engine. */
    void checkOpen() {
        if (fence.get() == Fence.STOPPED) {
            throw new CancellationException(stopReason);
        }
    }

    /** Closes the fence for good: after this, the run cannot be stopped. */
    void committing() {
        if (!fence.compareAndSet(Fence.OPEN, Fence.COMMITTING)) {
            throw new CancellationException(stopReason);
        }
    }

    /** Closes the fence, unless the run commits, when it has come to its end in whatever way: what it found out counts from now on. */
    void concluding() {
        fence.compareAndSet(Fence.OPEN, Fence.COMMITTING);
        checkOpen();
    }

    /** Whether it is too late to stop it. */
    boolean commits() {
        return fence.get() == Fence.COMMITTING;
    }

    boolean stop(String reason) {
        stopReason = reason;
        if (!fence.compareAndSet(Fence.OPEN, Fence.STOPPED)) {
            return false;
        }
        Thread runner = thread;
        if (runner != null) {
            runner.interrupt();
        }
        return true;
    }

    boolean wasStopped() {
        return fence.get() == Fence.STOPPED;
    }

    String stopReason() {
        return stopReason;
    }

    /**
     * Ends the run as it is shown from now on; returns null if it has ended before.
     *
     * @param recorder says, before anybody sees it, how the run is to be shown
     */
    synchronized @Nullable Run end(
            Run.State state, Instant now, long generation, String reason, UnaryOperator<Run> recorder) {
        if (shown.hasEnded()) {
            return null;
        }
        Run last = shown;
        shown = recorder.apply(
                run(state, now, "", 0, 0, last.snapshot(), last.updates(), last.changes(), generation, reason));
        return shown;
    }

    /** Wakes those who wait for the end. */
    void release() {
        ended.countDown();
    }

    boolean await(long nanoseconds) throws InterruptedException {
        return ended.await(nanoseconds, TimeUnit.NANOSECONDS);
    }

    private Run run(
            Run.State state,
            @Nullable Instant end,
            String activity,
            long done,
            long total,
            String snapshot,
            int updates,
            @Nullable ChangeCounts changes,
            long generation,
            String reason) {
        return new Run(
                number,
                plugged.id(),
                plugged.version().toString(),
                state,
                started,
                end,
                activity,
                done,
                total,
                snapshot,
                updates,
                changes,
                generation,
                reason);
    }
}
