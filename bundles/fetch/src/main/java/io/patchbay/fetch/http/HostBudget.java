package io.patchbay.fetch.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** How often and how many at once a host is asked: first come, first served. */
final class HostBudget {
    private final Surroundings surroundings;
    private final Semaphore places;
    private final Duration spacing;
    private Instant next = Instant.MIN;
    private Instant seen = Instant.MIN;

    HostBudget(Surroundings surroundings, int places, Duration spacing) {
        this.surroundings = surroundings;
        this.places = new Semaphore(places, true);
        this.spacing = spacing;
    }

    /**
     * Waits for a place and for the time to use it; afterwards the caller leaves.
     *
     * @param patience the longest wait that the host may have asked for
     * @param least the time that the caller wants between its request and the next, if that is more than the host's spacing
     */
    void enter(Duration patience, Duration least) throws FetchFailure, InterruptedIOException {
        try {
            places.acquire();
            sleepUntilTurn(patience, least);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("cancelled");
        }
    }

    /** Asks nothing of the host before this time. */
    synchronized void pauseUntil(Instant time) {
        now();
        next = time.isAfter(next) ? time : next;
    }

    /** Gives the place to the next. */
    void leave() {
        places.release();
    }

    private void sleepUntilTurn(Duration patience, Duration least) throws FetchFailure, InterruptedException {
        try {
            surroundings.sleeper().sleep(untilTurn(patience, least));
        } catch (FetchFailure | InterruptedException e) {
            places.release();
            throw e;
        }
    }

    private synchronized Duration untilTurn(Duration patience, Duration least) throws FetchFailure {
        Instant now = now();
        Instant turn = next.isAfter(now) ? next : now;
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(patience) > 0) {
            throw FetchFailure.lasting("the host asked not to be contacted before " + turn);
        }
        next = turn.plus(least.compareTo(spacing) > 0 ? least : spacing);
        return wait;
    }

    /** If the clock was set back, what was planned by it goes back as far. */
    private Instant now() {
        Instant now = surroundings.clock().instant();
        if (now.isBefore(seen) && next.isAfter(Instant.MIN)) {
            next = next.minus(Duration.between(now, seen));
        }
        seen = now;
        return now;
    }
}
