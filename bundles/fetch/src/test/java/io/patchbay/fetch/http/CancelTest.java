package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.fetch.FetchRequest;
import io.patchbay.spi.SyncFilter;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelTest extends FetchingTest {
    private final CompletableFuture<Void> result = new CompletableFuture<>();
    private final Thread running = DaemonThread.of("fetch", this::run);

    @ParameterizedTest
    @EnumSource(names = {"STALL_BEFORE_HEAD", "STALL_IN_BODY", "SLOW_BODY", "ENDLESS_BODY"})
    void endsAnExchangeAtOnce(Fault fault) throws Exception {
        configure(Map.of("sizeLimit", 1L << 40));
        upstream.serve(PATH, fault);
        running.start();
        await(() -> !upstream.requests().isEmpty());
        running.interrupt();
        assertInstanceOf(InterruptedIOException.class, outcome());
        assertEquals(List.of(), left());
        await(() -> upstream.connections() == 0);
    }

    @Test
    void endsAWaitBeforeARetry() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        Sleeper sleeper = duration -> {
            if (!duration.isZero()) {
                asleep.countDown();
                new CountDownLatch(1).await();
            }
        };
        replace(new Surroundings(Clock.systemUTC(), sleeper, () -> 1.0, InetAddress::getAllByName));
        upstream.serve(PATH, Reply.status(503));
        running.start();
        asleep.await();
        running.interrupt();
        assertInstanceOf(InterruptedIOException.class, outcome());
        assertEquals(List.of(), left());
    }

    @Test
    void endsALookup() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        replace(new Surroundings(Clock.systemUTC(), duration -> {}, () -> 1.0, host -> {
            asked.countDown();
            waitFor(never);
            throw new IllegalStateException("interrupted");
        }));
        running.start();
        asked.await();
        running.interrupt();
        assertInstanceOf(InterruptedIOException.class, outcome());
    }

    @Test
    void boundsALookup() {
        CountDownLatch never = new CountDownLatch(1);
        replace(new Surroundings(Clock.systemUTC(), duration -> {}, () -> 1.0, host -> {
            waitFor(never);
            throw new IllegalStateException("interrupted");
        }));
        client.modified(Configs.fetch(Map.of("deadlineSeconds", 1)));
        IOException failure = assertThrows(IOException.class, this::fetch);
        assertTrue(failure.getMessage().contains("no answer from the name service"), failure.getMessage());
    }

    @Test
    void endsEveryExchangeWhenTheClientStops() throws Exception {
        upstream.serve(PATH, Fault.STALL_IN_BODY);
        running.start();
        await(() -> !upstream.requests().isEmpty());
        client.stop();
        assertTrue(outcome().getMessage().endsWith("the engine stops"));
        assertTrue(assertThrows(IOException.class, this::fetch).getMessage().endsWith("the engine stops"));
        assertEquals(List.of(), left());
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        upstream.serve(PATH, Reply.of("[" + " ".repeat(1 << 21) + "]"));
        StringBuilder told = new StringBuilder();
        client.fetch(
                new FakeVendor(),
                new FetchRequest(
                        folder.resolve("snapshot"),
                        null,
                        null,
                        Optional.of("anchor"),
                        SyncFilter.EVERYTHING,
                        (what, done, total) -> told.append(what + " " + done + "/" + total + "\n")));
        assertTrue(told.toString().endsWith("latest.json 2097154/2097154\n"), told.toString());
    }

    private void replace(Surroundings surroundings) {
        client.stop();
        client = new HttpFeedClient(surroundings, "Patchbay/test", Configs.fetch(Map.of("retries", 1)));
        configure(Map.of());
    }

    private void run() {
        try {
            fetch();
            result.complete(null);
        } catch (Exception e) {
            result.completeExceptionally(e);
        }
    }

    private Throwable outcome() {
        return assertThrows(ExecutionException.class, () -> result.get(10, TimeUnit.SECONDS))
                .getCause();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "it never came true");
            Thread.onSpinWait();
        }
    }
}
