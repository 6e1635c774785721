package io.patchbay.fetch.http;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends exchanges that take too long, and all of them when the client stops; one thread for all. */
final class Watchdog implements Closeable {
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(1, task -> DaemonThread.of("patchbay-fetch-watchdog", task));
    private final Map<Guard, List<Future<?>>> guards = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        timer.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    /**
     * Starts to watch a connection; the caller closes the guard when it is over.
     *
     * @param left how much of the deadline is left
     */
    Guard watch(Limits limits, Duration left) throws FetchFailure {
        Guard guard = new Guard(this, limits, left);
        long deadline = left.toNanos();
        long window = limits.window().toNanos();
        synchronized (this) {
            if (stopped) {
                throw FetchFailure.lasting("the engine stops");
            }
            guards.put(
                    guard,
                    List.of(
                            timer.schedule(guard::endAtDeadline, deadline, TimeUnit.NANOSECONDS),
                            timer.scheduleAtFixedRate(guard::endIfTooSlow, window, window, TimeUnit.NANOSECONDS)));
        }
        return guard;
    }

    void release(Guard guard) {
        List<Future<?>> timers = guards.remove(guard);
        if (timers != null) {
            timers.forEach(t -> t.cancel(false));
        }
    }

    @Override
    public synchronized void close() {
        stopped = true;
        timer.shutdown();
        guards.keySet().forEach(guard -> guard.end("the engine stops"));
    }
}
