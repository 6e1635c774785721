package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.CatalogListener;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Generation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenersTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final BlockingQueue<Long> told = new LinkedBlockingQueue<>();

    private static Generation generation(long number) {
        return new Generation(number, Instant.EPOCH, "a", "s" + number, new ChangeCounts(1, 0, 0, 0, 0, 0));
    }

    private void hear(Generation generation) {
        told.add(generation.number());
    }

    private @Nullable Long next() throws InterruptedException {
        return told.poll(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    /** Does not return before it is released, or interrupted. */
    private static final class Hanging implements CatalogListener {
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public void committed(Generation generation) {
            entered.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }

        void awaitCall() throws InterruptedException {
            await(entered);
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(LONG.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void areToldInOrderAlsoAfterAFailure() {
        try (Listeners listeners = new Listeners(LONG)) {
            listeners.add(generation -> {
                throw new IllegalStateException("a bad listener");
            });
            listeners.add(generation -> {
                throw new NoClassDefFoundError("a class of a bundle that is gone");
            });
            listeners.add(this::hear);
            LongStream.rangeClosed(1, 5).forEach(number -> listeners.tell(generation(number)));
        }
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), List.copyOf(told));
    }

    @Test
    void areToldOnceTheViewIsServedAndOnlyOfGenerations() throws Exception {
        try (TestCatalog catalog = new TestCatalog(folder)) {
            catalog.service().addListener(generation -> {
                if (catalog.view().generation() >= generation.number()) {
                    hear(generation);
                }
            });
            catalog.commit("a", full("s1"), patch("one"));
            catalog.commit("a", full("s1"), patch("one"));
            catalog.commit("a", full("s2"), patch("two"));
        }
        assertEquals(List.of(1L, 2L), List.copyOf(told));
    }

    @Test
    void keepNoCommitWaiting() throws Exception {
        Hanging hanging = new Hanging();
        try (TestCatalog catalog = new TestCatalog(folder)) {
            catalog.service().addListener(hanging);
            catalog.service().addListener(this::hear);
            catalog.commit("a", full("s1"), patch("one"));
            hanging.awaitCall();
            catalog.commit("b", full("s1"), patch("two"));
            assertEquals(2, catalog.view().generation());
            assertNull(told.peek());
            hanging.released.countDown();
            assertEquals(1, next());
            assertEquals(2, next());
        }
    }

    @Test
    void areNotCalledOnceTheyHaveGone() throws Exception {
        Hanging hanging = new Hanging();
        CatalogListener gone = this::hear;
        try (Listeners listeners = new Listeners(LONG)) {
            listeners.add(hanging);
            listeners.add(gone);
            listeners.tell(generation(1));
            hanging.awaitCall();
            listeners.remove(gone);
            hanging.released.countDown();
        }
        assertNull(told.peek());
    }

    @Test
    void keepNoStopWaitingForEver() throws Exception {
        Hanging hanging = new Hanging();
        Listeners listeners = new Listeners(Duration.ofMillis(1));
        listeners.add(hanging);
        listeners.tell(generation(1));
        hanging.awaitCall();
        listeners.close();
        await(hanging.interrupted);
    }

    @Test
    void fillNoMemoryWhileOneHangs() throws Exception {
        Hanging hanging = new Hanging();
        try (Listeners listeners = new Listeners(LONG)) {
            listeners.add(hanging);
            listeners.add(this::hear);
            listeners.tell(generation(0));
            hanging.awaitCall();
            LongStream.rangeClosed(1, 1002).forEach(number -> listeners.tell(generation(number)));
            hanging.released.countDown();
            assertEquals(0, next());
            assertEquals(3, next());
        }
        assertEquals(999, told.size());
    }
}
