package io.patchbay.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Threads that ask the same question over and over while something else happens. */
final class Readers {
    /** What happens meanwhile. */
    interface Work {
        void run(Readers readers) throws Exception;
    }

    private static final int MANY = 1_000_000;
    /** In nanoseconds; readers without any would measure nothing but how processors are shared. */
    private static final long PAUSE = 1_000_000;

    private final Semaphore answers = new Semaphore(0);
    private volatile boolean isOver;

    private Readers() {}

    /**
     * Asks, up to a thousand times a second each, until some work is done. Gives how long each answer took, the shortest first, in nanoseconds;
     * fails if a question fails.
     */
    static long[] during(int threads, Callable<?> question, Work work) throws Exception {
        Readers readers = new Readers();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<LongStream>> times = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                times.add(pool.submit(() -> readers.ask(question)));
            }
            work.run(readers);
            readers.isOver = true;
            LongStream all = LongStream.empty();
            for (Future<LongStream> some : times) {
                all = LongStream.concat(all, some.get());
            }
            return all.sorted().toArray();
        } finally {
            readers.isOver = true;
            pool.shutdown();
        }
    }

    private LongStream ask(Callable<?> question) throws Exception {
        LongStream.Builder times = LongStream.builder();
        try {
            while (!isOver) {
                long begin = System.nanoTime();
                question.call();
                times.add(System.nanoTime() - begin);
                answers.release();
                LockSupport.parkNanos(PAUSE);
            }
            return times.build();
        } finally {
            answers.release(MANY); // nobody waits for answers that do not come
        }
    }

    /** Waits for so many more answers. */
    void await(int count) throws InterruptedException {
        answers.drainPermits();
        answers.acquire(count);
    }

    /** The time that so many in a hundred do not exceed. */
    static long percentile(long[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
