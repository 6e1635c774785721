package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Shares out independent pieces of work to the processors, for a provider whose documents are too large for one. What comes out is the
 * same as if the pieces were done one after the other on the calling thread, which is what happens if there is one processor only.
 *
 * <pre>{@code
 * Parallel.inOrder(shards.size(), (shard, out) -> read(shards.get(shard), out), sink::accept);
 * }</pre>
 *
 * <p>The threads live no longer than the call. Memory is bounded: no more than one piece a processor is under way, and of the results of
 * each only some hundreds wait for their turn.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * A piece of work.
     *
     * @param <T> the results
     */
    @FunctionalInterface
    public interface Piece<T> {
        /**
         * Does the work; called on any thread, for several pieces at once.
         *
         * @param number of the piece, from 0
         * @param out takes the results, each at once
         */
        void run(int number, Taker<T> out) throws IOException, FeedException;
    }

    /**
     * Takes results.
     *
     * @param <T> the results
     */
    @FunctionalInterface
    public interface Taker<T> {
        /** Takes the next result. */
        void take(T result) throws IOException, FeedException;
    }

    /**
     * Does the pieces, and hands over the results of the first, then those of the second, and so on, on the calling thread.
     *
     * @throws IOException the first failure in the order of the pieces, after the results before it; an {@link InterruptedIOException} if
     *     the calling thread was interrupted
     * @throws FeedException likewise; unchecked exceptions likewise
     */
    public static <T> void inOrder(int pieces, Piece<T> piece, Taker<T> taker) throws IOException, FeedException {
        inOrder(Runtime.getRuntime().availableProcessors(), pieces, piece, taker);
    }

    /**
     * As {@link #inOrder(int, Piece, Taker)}, for pieces that rather wait than compute, such as questions to an upstream.
     *
     * @param most how many are under way at once
     */
    public static <T> void inOrder(int most, int pieces, Piece<T> piece, Taker<T> taker)
            throws IOException, FeedException {
        int threads = Math.min(pieces, most);
        if (threads > 1) {
            onThreads(threads, pieces, piece, taker);
            return;
        }
        for (int number = 0; number < pieces; number++) {
            piece.run(number, taker);
        }
    }

    private static <T> void onThreads(int most, int pieces, Piece<T> piece, Taker<T> taker)
            throws IOException, FeedException {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(most, work -> thread(work, threads));
        try {
            Queue<Results<T>> underWay = new ArrayDeque<>();
            for (int number = 0; number < pieces; number++) {
                if (underWay.size() == most) {
                    underWay.remove().drainTo(taker);
                }
                underWay.add(start(pool, piece, number));
            }
            for (Results<T> results : underWay) {
                results.drainTo(taker);
            }
        } finally {
            pool.shutdownNow();
            join(threads);
        }
    }

    private static <T> Results<T> start(ExecutorService pool, Piece<T> piece, int number) {
        Results<T> results = new Results<>();
        pool.execute(() -> results.fillFrom(piece, number));
        return results;
    }

    private static Thread thread(Runnable work, List<Thread> threads) {
        Thread thread = new Thread(work, Thread.currentThread().getName() + "-parallel");
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }

    /** Nothing of a call may go on behind its back, so this waits even for an interrupted caller. */
    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
