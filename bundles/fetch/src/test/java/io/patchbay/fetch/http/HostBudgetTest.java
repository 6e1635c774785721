package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HostBudgetTest extends FetchingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void spacesRequests() throws IOException {
        HostBudget budget = new HostBudget(surroundings(), 3, Duration.ofSeconds(1));
        budget.enter(PATIENCE, Duration.ZERO);
        budget.enter(PATIENCE, Duration.ZERO);
        now = now.plusMillis(400);
        budget.enter(PATIENCE, Duration.ZERO);
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofMillis(600)), sleeps);
    }

    @Test
    void leavesMoreTimeAfterWhoAsksForIt() throws IOException {
        HostBudget budget = new HostBudget(surroundings(), 3, Duration.ofSeconds(1));
        budget.enter(PATIENCE, Duration.ofSeconds(5));
        budget.enter(PATIENCE, Duration.ofMillis(1));
        budget.enter(PATIENCE, Duration.ZERO);
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(1)), sleeps);
    }

    @Test
    void waitsNoLongerWhenTheClockIsSetBackOrForward() throws IOException {
        HostBudget budget = new HostBudget(surroundings(), 4, Duration.ofSeconds(1));
        budget.enter(PATIENCE, Duration.ZERO);
        now = now.minus(Duration.ofDays(1));
        budget.enter(PATIENCE, Duration.ZERO);
        now = now.plus(Duration.ofDays(400));
        budget.enter(PATIENCE, Duration.ZERO);
        budget.enter(PATIENCE, Duration.ZERO);
        assertEquals(List.of(Duration.ofSeconds(1), Duration.ofSeconds(1)), sleeps);
    }

    @Test
    void letsNoMoreInThanItHasPlaces() throws Exception {
        HostBudget budget = new HostBudget(surroundings(), 1, Duration.ZERO);
        budget.enter(PATIENCE, Duration.ZERO);
        CompletableFuture<Void> second = new CompletableFuture<>();
        Thread waiting = DaemonThread.of("second", () -> enter(budget, second));
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertTrue(!second.isDone());
        budget.leave();
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void canBeInterruptedWhileItWaits() {
        HostBudget budget = new HostBudget(surroundings(), 0, Duration.ZERO);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, () -> budget.enter(PATIENCE, Duration.ZERO));
        assertTrue(Thread.interrupted());
    }

    @Test
    void givesThePlaceBackWhenTheWaitIsTooLong() throws IOException {
        HostBudget budget = new HostBudget(surroundings(), 1, Duration.ZERO);
        budget.pauseUntil(now.plusSeconds(61));
        assertThrows(FetchFailure.class, () -> budget.enter(PATIENCE, Duration.ZERO));
        now = now.plusSeconds(1);
        budget.enter(PATIENCE, Duration.ZERO);
        assertEquals(List.of(Duration.ofSeconds(60)), sleeps);
    }

    @Test
    void isSharedByAllFeedsOfAHost() {
        HostBudgets budgets = new HostBudgets(surroundings(), 1, Duration.ZERO);
        HostBudget budget = budgets.of(URI.create("https://vendor.example/a"));
        assertSame(budget, budgets.of(URI.create("http://VENDOR.example:8080/b")));
        assertNotSame(budget, budgets.of(URI.create("https://other.example/a")));
    }

    private static void enter(HostBudget budget, CompletableFuture<Void> entered) {
        try {
            budget.enter(PATIENCE, Duration.ZERO);
            entered.complete(null);
        } catch (IOException e) {
            entered.completeExceptionally(e);
        }
    }
}
