package io.patchbay.sync.engine;

import io.patchbay.sync.Run;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the runs that nobody asks for, when they are due, stops those that hang, and says which feeds have become too old. */
final class DueRuns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DueRuns.class);
    private static final long TICK_SECONDS = 30;
    private static final long STOP_SECONDS = 5;

    private final Supplier<SyncSettings> settings;
    private final PatchPanel panel;
    private final RunLog log;
    private final Runner runner;
    private final Function<Plugged, ActiveRun> starter;
    private final FeedWatch feeds;
    private final Clock clock;
    private final Stalls stalls = new Stalls();
    private final Set<String> again = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(tick -> daemon(tick, "patchbay-schedule"));

    /**
     * Starts what is due.
     *
     * @param settings as they are when they are asked for
     * @param starter starts a run of a provider, or gives the one of its id that is under way
     */
    DueRuns(
            Supplier<SyncSettings> settings,
            PatchPanel panel,
            RunLog log,
            Runner runner,
            Function<Plugged, ActiveRun> starter,
            FeedWatch feeds,
            Clock clock) {
        this.settings = settings;
        this.panel = panel;
        this.log = log;
        this.runner = runner;
        this.starter = starter;
        this.feeds = feeds;
        this.clock = clock;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    void begin() {
        var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        again.clear();
    }

    /** An exception or error that came out of here would end the schedule for good. */
    void tick() {
        try {
            stopWhatStalls();
            List<Plugged> inUse =
                    panel.ids().stream().flatMap(id -> panel.inUse(id).stream()).toList();
            inUse.stream().filter(this::isDue).forEach(this::startIfIdle);
            feeds.newAlarms(inUse).forEach(alarm -> LOG.warn("{}", alarm));
        } catch (RuntimeException | Error e) {
            LOG.error("what is due could not be started; the next try is in {} s", TICK_SECONDS, e);
        }
    }

    private void stopWhatStalls() {
        Duration patience = settings.get().patience();
        int looks = (int) Math.max(1, patience.toSeconds() / TICK_SECONDS);
        String reason = "nothing was heard of it for " + patience.toMinutes() + " minutes";
        runner.stop(stalls.look(runner.underWay(), looks), reason, STOP_SECONDS);
    }

    /** Runs what has come into use; later, if another version of it is running. */
    void plugged(Plugged plugged) {
        if (!isDue(plugged) || startIfIdle(plugged)) {
            return;
        }
        again.add(plugged.id());
        boolean otherEndedMeanwhile = startIfIdle(plugged);
        if (otherEndedMeanwhile) {
            again.remove(plugged.id());
        }
    }

    /** Runs again what was plugged in while this ran. */
    void ended(Run end) {
        if (again.remove(end.provider())) {
            panel.inUse(end.provider()).ifPresent(this::startIfIdle);
        }
    }

    private boolean isDue(Plugged plugged) {
        return plugged.equals(panel.inUse(plugged.id()).orElse(null))
                && feeds.has(plugged.id())
                && settings.get().schedule().isDue(plugged, log.last(plugged.id()), clock.instant());
    }

    private boolean startIfIdle(Plugged plugged) {
        return starter.apply(plugged).plugged().equals(plugged);
    }
}
