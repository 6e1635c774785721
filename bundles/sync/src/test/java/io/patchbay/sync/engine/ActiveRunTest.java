package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.trust.Policy;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class ActiveRunTest {
    private final ActiveRun run = new ActiveRun(
            1,
            new Plugged(1, 0, new LineProvider("example"), "test", Version.emptyVersion, Policy.of(Set.of())),
            "alice",
            Instant.EPOCH,
            new Semaphore(1));

    @Test
    void remembersOfFeedsThatThereAreWhyTheyAreOutdated() {
        run.outdated("list.txt", "status 503\n" + "x".repeat(1_000_000));
        assertEquals("status 503 x", run.outdated("list.txt").substring(0, 12));
        assertEquals(2_000, run.outdated("list.txt").length());
        run.outdated("another", "status 503");
        assertEquals("", run.outdated("another"));
    }

    @Test
    void hearsOfNoOutdatedFeedOnceItWasStopped() {
        run.stop("stopped by alice");
        assertThrows(CancellationException.class, () -> run.outdated("list.txt", "status 503"));
    }
}
