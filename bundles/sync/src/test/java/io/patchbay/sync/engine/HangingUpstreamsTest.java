package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.SyncMode;
import io.patchbay.sync.review.Thresholds;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Upstreams that never answer, more of them than providers may be read at a time, beside some that do. {@code -DhangingRounds=20} measures what
 * that costs the others, which is printed.
 */
class HangingUpstreamsTest {
    private static final int ROUNDS = Integer.getInteger("hangingRounds", 1);
    private static final List<String> HANGING = List.of("h1", "h2", "h3", "h4");
    private static final List<String> HEALTHY = List.of("a", "b", "c", "d", "e", "f");
    private static final int RELEASES = 50;

    @TempDir
    Path folder;

    private final Map<String, LoopbackClient> clients = new LinkedHashMap<>();
    private FakeUpstream silent;
    private FakeUpstream upstream;
    private Desk desk;
    private int version;

    @BeforeEach
    void start() throws IOException {
        silent = FakeUpstream.start();
        silent.serveOtherwise(Fault.STALL_BEFORE_HEAD);
        upstream = FakeUpstream.start();
        FetchedSource source = new FetchedSource(this::fetch, folder.resolve("snapshots"), Clock.systemUTC());
        desk = new Desk(folder, source, Thresholds.DEFAULT, Desk.BY_HAND, Clock.systemUTC());
        HANGING.forEach(id -> plug(id, silent));
        HEALTHY.forEach(id -> plug(id, upstream));
    }

    private void plug(String id, FakeUpstream at) {
        LineProvider provider = new LineProvider(id);
        clients.put(id, new LoopbackClient(provider, at, folder.resolve(id)));
        desk.plug(provider);
    }

    private FetchResult fetch(FeedProvider provider, FetchRequest request) throws IOException, FeedException {
        return clients.get(provider.info().id()).fetchWith(request);
    }

    @AfterEach
    void stop() throws IOException {
        desk.close();
        clients.values().forEach(LoopbackClient::close);
        upstream.close();
        silent.close();
    }

    private Duration syncHealthy() throws InterruptedException {
        version++;
        String list = IntStream.range(0, RELEASES)
                .mapToObj(i -> "P" + i + ' ' + version + ".0\n")
                .collect(Collectors.joining());
        upstream.serve("/list.txt", Reply.of(list));
        long start = System.nanoTime();
        Collection<Run> runs = desk.sync.start(HEALTHY, SyncMode.IF_CHANGED, "alice");
        for (Run run : runs) {
            assertEquals(
                    State.CHANGED,
                    desk.sync.await(run.number(), Duration.ofMinutes(1)).state());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void keepNobodyWaiting() throws InterruptedException {
        syncHealthy();
        Duration alone = Duration.ZERO;
        Duration beside = Duration.ZERO;
        for (int i = 0; i < ROUNDS; i++) {
            alone = alone.plus(syncHealthy());
            beside = beside.plus(syncHealthyBesideHanging()).plus(syncHealthyBesideHanging());
            alone = alone.plus(syncHealthy());
        }
        System.out.println(HEALTHY.size() + " providers take " + alone.toMillis() + " ms by themselves, "
                + beside.toMillis() + " ms beside " + HANGING.size() + " that hang");
    }

    private Duration syncHealthyBesideHanging() throws InterruptedException {
        List<Run> hanging = desk.sync.start(HANGING, SyncMode.IF_CHANGED, "alice");
        Duration taken = syncHealthy();
        for (Run run : hanging) {
            assertEquals(
                    State.RUNNING, desk.sync.run(run.number()).orElseThrow().state());
        }
        desk.sync.stop(HANGING, "alice");
        return taken;
    }
}
