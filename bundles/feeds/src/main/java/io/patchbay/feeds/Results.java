package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The results of one piece of parallel work, on their way from the thread that finds them to the one that wants them. They go in batches,
 * because to wake a thread costs as much as many a result.
 */
final class Results<T> {
    private static final int BATCH = 32;
    private static final int MOST_BATCHES_WAITING = 8;

    private final BlockingQueue<Step<T>> steps = new ArrayBlockingQueue<>(MOST_BATCHES_WAITING);
    /** For the thread that finds results only. */
    private List<T> batch = new ArrayList<>(BATCH);

    /** What comes next: results, a failure or the end. */
    private interface Step<T> {
        /** Passes it on; returns whether more follows. */
        boolean passTo(Parallel.Taker<T> taker) throws IOException, FeedException;
    }

    /** Does the work, to its end or until it is interrupted. */
    void fillFrom(Parallel.Piece<T> piece, int number) {
        try {
            Step<T> last = run(piece, number);
            putBatch();
            put(last);
        } catch (InterruptedIOException e) {
            // Nobody waits for the results any more.
        }
    }

    private Step<T> run(Parallel.Piece<T> piece, int number) {
        try {
            piece.run(number, this::add);
            return taker -> false;
        } catch (IOException e) {
            return taker -> {
                throw e;
            };
        } catch (FeedException e) {
            return taker -> {
                throw e;
            };
        } catch (RuntimeException | Error e) {
            // Whatever it is, it is for the caller, as it would be without threads.
            return taker -> {
                throw e;
            };
        }
    }

    private void add(T result) throws InterruptedIOException {
        batch.add(result);
        if (batch.size() == BATCH) {
            putBatch();
        }
    }

    private void putBatch() throws InterruptedIOException {
        List<T> results = batch;
        batch = new ArrayList<>(BATCH);
        put(taker -> {
            for (T result : results) {
                taker.take(result);
            }
            return true;
        });
    }

    private void put(Step<T> step) throws InterruptedIOException {
        try {
            steps.put(step);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    void drainTo(Parallel.Taker<T> taker) throws IOException, FeedException {
        boolean more = true;
        while (more) {
            more = next().passTo(taker);
        }
    }

    private Step<T> next() throws InterruptedIOException {
        try {
            return steps.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }
}
