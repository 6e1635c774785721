package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogListener;
import io.patchbay.catalog.Generation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners of generations, one after another, on a thread of its own: no commit waits for a listener. */
final class Listeners implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final int MOST_WAITING = 1_000;

    private final Duration patience;
    private final List<CatalogListener> listeners = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            Listeners::daemon,
            new DiscardOldestPolicy());
    private volatile @Nullable CatalogListener telling;

    /**
     * Starts the thread, which would otherwise hold on to the classes of whoever commits first.
     *
     * @param patience how long closing waits for listeners
     */
    Listeners(Duration patience) {
        this.patience = patience;
        thread.prestartCoreThread();
    }

    private static Thread daemon(Runnable work) {
        Thread daemon = new Thread(work, "patchbay-listeners");
        daemon.setDaemon(true);
        return daemon;
    }

    void add(CatalogListener listener) {
        listeners.add(listener);
    }

    void remove(CatalogListener listener) {
        listeners.remove(listener);
    }

    /** Has all listeners told of a generation, after those before. Of the many that wait for a listener that hangs, the oldest go. */
    void tell(Generation generation) {
        if (thread.getQueue().remainingCapacity() == 0) {
            LOG.warn("{} generations wait for listener {}; the oldest is left out", MOST_WAITING, name(telling));
        }
        thread.execute(() -> tellEach(generation));
    }

    private void tellEach(Generation generation) {
        for (CatalogListener listener : listeners) {
            if (listeners.contains(listener)) { // it may have gone while another was told
                tell(listener, generation);
            }
        }
    }

    private void tell(CatalogListener listener, Generation generation) {
        telling = listener;
        try {
            listener.committed(generation);
        } catch (RuntimeException | Error e) {
            // A listener's bug of any kind, a class that vanished with its bundle included, is nobody else's.
            LOG.warn("listener {} failed at generation {}", name(listener), generation.number(), e);
        } finally {
            telling = null;
        }
    }

    private static String name(@Nullable CatalogListener listener) {
        return listener == null ? "none" : listener.getClass().getName();
    }

    /** Ends the thread, once listeners were told of what is waiting, or after a while. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("listener {} does not return, so the catalogue stops without it", name(telling));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
