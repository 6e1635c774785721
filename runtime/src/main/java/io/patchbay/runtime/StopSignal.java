package io.patchbay.runtime;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Stops the engine when the process is told to end, by SIGTERM, SIGINT or SIGHUP. Closed when everything was cleaned up. */
final class StopSignal implements AutoCloseable {
    private static final int CLEAN_UP_SECONDS = 5;

    private final boolean isNormalEnd;
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile @Nullable Engine engine;

    /** Waits for the signal. If it is how the process is meant to end, the exit status will be 0. */
    StopSignal(boolean isNormalEnd) {
        this.isNormalEnd = isNormalEnd;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** From now on there is this engine to stop. */
    void stops(Engine running) {
        engine = running;
    }

    private void stop() {
        Engine running = engine;
        if (running == null) {
            return;
        }
        running.close();
        try {
            boolean isClean = cleanedUp.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
            if (isClean && isNormalEnd) {
                Runtime.getRuntime().halt(0); // otherwise the status of a signal is 128 and its number
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        cleanedUp.countDown();
        engine = null;
    }
}
