package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The results of one piece of parallel work, on their way from the thread that finds them to the one that wants them. */
final class Results<T> {
    private static final int MOST_WAITING = 256;

    private final BlockingQueue<Step<T>> steps = new ArrayBlockingQueue<>(MOST_WAITING);

    /** What comes next: a result, a failure or the end. */
    private interface Step<T> {
        /** Passes it on; returns whether more follows. */
        boolean passTo(Parallel.Taker<T> taker) throws IOException, FeedException;
    }

    /** Does the work, to its end or until it is interrupted. */
    void fillFrom(Parallel.Piece<T> piece, int number) {
        try {
            put(run(piece, number));
        } catch (InterruptedIOException e) {
            // Nobody waits for the results any more.
        }
    }

    private Step<T> run(Parallel.Piece<T> piece, int number) {
        try {
            piece.run(
                    number,
                    result -> put(taker -> {
                        taker.take(result);
                        return true;
                    }));
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
