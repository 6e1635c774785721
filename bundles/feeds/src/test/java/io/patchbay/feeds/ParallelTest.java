package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ParallelTest {
    private final List<String> taken = new ArrayList<>();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();

    private void take(String result) {
        taken.add(result);
    }

    /** Every piece gives as many results as its number. */
    private void count(int number, Parallel.Taker<String> out) throws IOException, FeedException {
        workers.add(Thread.currentThread());
        for (int i = 0; i < number; i++) {
            out.take(number + "." + i);
        }
    }

    private static List<String> expected(int pieces) {
        return IntStream.range(0, pieces)
                .boxed()
                .flatMap(number -> IntStream.range(0, number).mapToObj(i -> number + "." + i))
                .toList();
    }

    @Test
    void givesTheResultsInTheOrderOfThePieces() throws Exception {
        Parallel.inOrder(3, 700, this::count, this::take);
        assertEquals(expected(700), taken);
    }

    @Test
    void givesTheSameWithoutThreads() throws Exception {
        Parallel.inOrder(1, this::count, this::take);
        assertEquals(Set.of(Thread.currentThread()), workers);
        Parallel.inOrder(0, this::count, this::take);
        assertEquals(List.of(), taken);
    }

    @Test
    void runsPiecesAtOnce() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Parallel.inOrder(2, 2, (number, out) -> meet(both), this::take);
        assertEquals(0, both.getCount());
    }

    private static void meet(CountDownLatch others) throws IOException {
        others.countDown();
        try {
            others.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    @Test
    void startsNoMorePiecesThanThereAreThreads() throws Exception {
        AtomicInteger started = new AtomicInteger();
        List<Integer> ahead = new ArrayList<>();
        Parallel.Piece<String> piece = (number, out) -> {
            started.incrementAndGet();
            out.take(String.valueOf(number));
        };
        Parallel.inOrder(2, 50, piece, result -> ahead.add(started.get() - Integer.parseInt(result)));
        assertTrue(ahead.stream().allMatch(pieces -> pieces <= 2), ahead::toString);
    }

    @Test
    void endsItsThreads() throws Exception {
        Parallel.inOrder(3, 10, this::count, this::take);
        assertTrue(workers.stream().noneMatch(Thread::isAlive), workers::toString);
    }

    @Test
    void givesTheFirstFailureAfterTheResultsBeforeIt() {
        FeedException failure = new FeedException("feed", "piece 5", "broken");
        Parallel.Piece<String> piece = (number, out) -> {
            count(number, out);
            if (number >= 5) {
                throw number == 5 ? failure : new FeedException("feed", "", "not this one");
            }
        };
        assertSame(failure, assertThrows(FeedException.class, () -> Parallel.inOrder(3, 9, piece, this::take)));
        assertEquals(expected(6), taken);
        assertTrue(workers.stream().noneMatch(Thread::isAlive), workers::toString);
    }

    @Test
    void givesBugsAndErrorsToTheCaller() {
        Parallel.Piece<String> piece = (number, out) -> {
            throw new StackOverflowError();
        };
        assertThrows(StackOverflowError.class, () -> Parallel.inOrder(2, 2, piece, this::take));
        assertThrows(
                IllegalStateException.class,
                () -> Parallel.inOrder(2, 9, this::count, result -> {
                    throw new IllegalStateException("the sink's");
                }));
    }

    @Test
    void endsWhenTheCallerIsInterrupted() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        Parallel.Piece<String> piece = (number, out) -> {
            workers.add(Thread.currentThread());
            caller.interrupt();
            meet(never);
            meet(new CountDownLatch(2));
        };
        assertThrows(InterruptedIOException.class, () -> Parallel.inOrder(2, 2, piece, this::take));
        assertTrue(Thread.interrupted(), "the caller still knows that it was interrupted");
        assertTrue(workers.stream().noneMatch(Thread::isAlive), workers::toString);
    }
}
