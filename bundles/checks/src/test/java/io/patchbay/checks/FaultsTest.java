package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault of an upstream, at the feeds of every provider: each fetch fails in time, and nothing is left of any. By default each provider meets each fault
 * once with its own fetch and once with one of its feeds; {@code -Dfaults=all} has each feed meet each fault.
 */
class FaultsTest {
    private static final boolean ALL = "all".equals(System.getProperty("faults"));
    private static final int AT_ONCE = 24;
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private int runs;

    @Test
    void endInTimeAndLeaveNothing() throws Exception {
        failure(run(Providers.shipped().get(0), Fault.EMPTY_BODY));
        Leftovers before = Leftovers.now();
        List<String> failures = runAll(everything());
        assertEquals(List.of(), failures);
        assertTrue(runs > 1000, "only " + runs);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
        before.awaitNoMore();
    }

    private List<Run> everything() {
        List<Run> all = new ArrayList<>();
        for (FeedProvider provider : Providers.shipped()) {
            for (Fault fault : Fault.values()) {
                all.add(run(provider, fault));
                List<Feed> feeds = provider.feeds();
                List<Feed> chosen = ALL ? feeds : List.of(feeds.get(fault.ordinal() % feeds.size()));
                chosen.forEach(feed -> all.add(run(new OneFeed(provider, feed), fault)));
            }
        }
        return all;
    }

    private Run run(FeedProvider provider, Fault fault) {
        return new Run(provider, fault, folder.resolve("run-" + runs++));
    }

    private static List<String> runAll(List<Run> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<String>> tasks = new ArrayList<>();
            all.forEach(run -> tasks.add(() -> failure(run)));
            List<String> failures = new ArrayList<>();
            for (Future<String> outcome : threads.invokeAll(tasks)) {
                failures.add(outcome.get());
            }
            failures.removeIf(String::isEmpty);
            return failures;
        } finally {
            threads.shutdownNow();
        }
    }

    /** One fetch from an upstream that answers everything with a fault. */
    private record Run(FeedProvider provider, Fault fault, Path target) {}

    /** What went wrong with the run; blank if it failed as it must. */
    private static String failure(Run run) throws IOException {
        try (FakeUpstream upstream = FakeUpstream.start();
                LoopbackClient client = new LoopbackClient(run.provider(), upstream, run.target())) {
            upstream.serveOtherwise(run.fault());
            client.deadline((int) DEADLINE.toSeconds());
            long start = System.nanoTime();
            String outcome = outcome(client);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            Duration most = DEADLINE.multipliedBy(
                            Math.max(1, upstream.requests().size()))
                    .plus(GRACE);
            String problem = taken.compareTo(most) > 0 ? "took " + taken : outcome;
            return problem.isEmpty() ? "" : run.provider().info().id() + ", " + run.fault() + ": " + problem;
        } finally {
            Files.deleteIfExists(run.target());
        }
    }

    private static String outcome(LoopbackClient client) {
        try {
            client.fetch(null);
            return "accepted";
        } catch (IOException | FeedException e) {
            return "";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
