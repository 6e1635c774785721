package io.patchbay.sync.engine;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.Generation;
import io.patchbay.feeds.Reason;
import io.patchbay.spi.FeedException;
import io.patchbay.sync.Held;
import io.patchbay.sync.Run;
import io.patchbay.sync.engine.RunCourse.Objected;
import io.patchbay.sync.engine.RunCourse.Outcome;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work for providers, each run on a thread of its own, never two of one provider. All may fetch, but only so many read and commit at a time. A run that does not end when
 * it is stopped is cut off: it ends for everybody but its own thread, which the fence keeps from the catalogue.
 */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Map<String, ActiveRun> active = new ConcurrentHashMap<>();
    /** Runs that were cut off, by provider; only the last one, because there is no other while it goes on. */
    private final Map<String, ActiveRun> cutOff = new ConcurrentHashMap<>();

    private final Turns turns;
    private final RunLog log;
    private final Quarantine quarantine;
    private final RunAudit audit;
    private final Clock clock;
    private final Consumer<Run> cleaner;
    private final Consumer<Run> whenEnded;

    /**
     * Makes a runner.
     *
     * @param parallel how many runs read and commit at a time
     * @param cleaner is told of each run that ended, before another run of the provider can begin
     * @param whenEnded is told of it when another can begin
     */
    Runner(
            int parallel,
            RunLog log,
            Quarantine quarantine,
            RunAudit audit,
            Clock clock,
            Consumer<Run> cleaner,
            Consumer<Run> whenEnded) {
        this.turns = new Turns(parallel);
        this.log = log;
        this.quarantine = quarantine;
        this.audit = audit;
        this.clock = clock;
        this.cleaner = cleaner;
        this.whenEnded = whenEnded;
    }

    /** From now on, so many runs read and commit at a time. */
    void parallel(int now) {
        turns.resize(now);
    }

    /** The work of a run, on its own thread. */
    interface Work {
        Outcome run(ActiveRun run) throws IOException, FeedException;
    }

    /**
     * Starts a run, or returns the one of this provider that is under way.
     *
     * @param actor who wants it
     */
    ActiveRun begin(Plugged plugged, String actor, Work work) {
        return active.computeIfAbsent(plugged.id(), id -> {
            ActiveRun run = new ActiveRun(log.nextNumber(), plugged, actor, clock.instant(), turns);
            Thread thread = new Thread(forgetting(() -> execute(run, work)), "patchbay-run-" + id);
            thread.setDaemon(true);
            run.runningOn(thread);
            thread.start();
            return run;
        });
    }

    /**
     * The same work, not held by its thread any more once it has begun. From Java 19 on a thread that has ended still holds its task, and a
     * class loader may hold on to a thread that loaded a class: with it the classes of every provider would stay.
     */
    private static Runnable forgetting(Runnable work) {
        AtomicReference<@Nullable Runnable> task = new AtomicReference<>(work);
        return () -> requireNonNull(task.getAndSet(null)).run();
    }

    Optional<ActiveRun> underWay(String provider) {
        return Optional.ofNullable(active.get(provider));
    }

    /** All runs under way, ordered by provider. */
    List<ActiveRun> underWay() {
        return active.values().stream().sorted(comparing(ActiveRun::provider)).toList();
    }

    private void execute(ActiveRun run, Work work) {
        try {
            requireNoOther(run);
            ended(run, work.run(run));
        } catch (CancellationException e) {
            ended(run, Run.State.STOPPED, 0, run.wasStopped() ? run.stopReason() : "interrupted");
        } catch (FeedException e) {
            failed(run, e.code() + ": " + e.getMessage());
        } catch (FileSystemException e) {
            failed(run, reason(e));
        } catch (IOException | CatalogException e) {
            failed(run, e.getMessage() == null ? e.toString() : e.getMessage());
        } catch (RuntimeException | Error e) {
            // A provider's bug of any kind, a class that vanished with its bundle included, must not touch the engine.
            LOG.warn("{} failed with a bug of its own", run.provider(), LoggedFailure.of(e));
            failed(run, "the provider failed: " + e);
        }
    }

    /** Code that hangs would take one more thread with each run. */
    private void requireNoOther(ActiveRun run) throws IOException {
        ActiveRun before = cutOff.get(run.provider());
        if (before != null
                && before.goesOn()
                && before.plugged().provider().equals(run.plugged().provider())) {
            throw new IOException("run " + before.shown().number() + " was cut off and its code has not ended since;"
                    + " replace the provider, or restart the engine");
        }
    }

    /** The message of many is only the name of the file. */
    private static String reason(FileSystemException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    private void failed(ActiveRun run, String reason) {
        boolean stopped = run.wasStopped();
        ended(run, stopped ? Run.State.STOPPED : Run.State.FAILED, 0, stopped ? run.stopReason() : reason);
    }

    private void ended(ActiveRun run, Outcome outcome) {
        run.concluding();
        long generation = outcome.generation().map(Generation::number).orElse(0L);
        List<Held> held =
                outcome.held().stream().map(objected -> held(run, objected)).toList();
        try {
            hold(run, held);
        } catch (IOException e) {
            ended(run, Run.State.FAILED, generation, "what is held cannot be recorded: " + e.getMessage());
            return;
        }
        if (held.isEmpty()) {
            ended(run, generation == 0 ? Run.State.UNCHANGED : Run.State.CHANGED, generation, "");
        } else {
            ended(run, Run.State.HELD, generation, reason(held));
        }
    }

    private void hold(ActiveRun run, List<Held> held) throws IOException {
        for (Held one : held) {
            audit.holds(run.actor(), run.shown(), one);
        }
        quarantine.hold(run.provider(), held);
    }

    private Held held(ActiveRun run, Objected objected) {
        return new Held(
                run.provider(),
                run.shown().number(),
                clock.instant(),
                run.shown().snapshot(),
                objected.update(),
                objected.title(),
                objected.content(),
                objected.objections(),
                objected.changes());
    }

    private static String reason(List<Held> held) {
        Held first = held.get(0);
        String more = held.size() == 1 ? "" : "; and " + (held.size() - 1) + " more held, all others are published";
        return first.update() == null ? first.reason() : first.title() + ": " + first.reason() + more;
    }

    private void ended(ActiveRun run, Run.State state, long generation, String reason) {
        String shown = Reason.of(reason);
        Run end = run.end(state, clock.instant(), generation, shown, last -> audit.ends(run.actor(), last));
        run.endTurn();
        if (end == null) {
            return;
        }
        try {
            record(end);
            cleaner.accept(end);
        } finally {
            active.remove(run.provider(), run);
            run.release();
            whenEnded.accept(end);
        }
    }

    private void record(Run end) {
        if (end.succeeded()) {
            LOG.info("{} {}, updates={}, generation={}", end.provider(), end.state(), end.updates(), end.generation());
        } else {
            LOG.warn("{} {}: {}", end.provider(), end.state(), end.reason());
        }
        try {
            log.add(end);
        } catch (IOException e) {
            LOG.warn("{} run {} could not be put on record: {}", end.provider(), end.number(), e.toString());
        }
    }

    /**
     * Stops runs and waits until they have ended; cuts off those that have not after so many seconds. What commits can no longer be stopped, and
     * is waited for as long. Returns those it stopped.
     */
    List<Run> stop(Collection<ActiveRun> runs, String reason, long seconds) {
        List<ActiveRun> stopped = runs.stream().filter(run -> run.stop(reason)).toList();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        runs.forEach(run -> awaitUntil(deadline, run, reason));
        return stopped.stream().map(ActiveRun::shown).toList();
    }

    /**
     * Stops every run in the same way, but waits for what commits however long that takes: who opens the engine's files next must find there what
     * it has done.
     */
    void close(String reason, long seconds) {
        stop(underWay(), reason, seconds);
        long forEver = System.nanoTime() + Long.MAX_VALUE / 2;
        underWay().stream().filter(ActiveRun::commits).forEach(run -> awaitUntil(forEver, run, reason));
    }

    private void awaitUntil(long deadline, ActiveRun run, String reason) {
        try {
            if (!run.await(deadline - System.nanoTime()) && run.wasStopped()) {
                cutOff.put(run.provider(), run);
                ended(run, Run.State.STOPPED, 0, reason + "; its code did not end and was cut off");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
