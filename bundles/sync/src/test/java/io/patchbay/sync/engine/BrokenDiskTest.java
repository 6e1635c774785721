package io.patchbay.sync.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.Verification;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.disk.FaultyDisk;
import io.patchbay.sync.disk.FaultyDisk.Fault;
import io.patchbay.sync.review.Thresholds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Syncs on a disk that fails at the first operation with any of the engine's own files, then at the second, and so on until it does not
 * come to fail. The engine is never restarted; each time, the upstream has something new. By default only every fourth operation fails;
 * {@code -DfaultStep=1} for each.
 */
class BrokenDiskTest {
    private static final int PRODUCTS = 8;
    private static final int STEP = Integer.getInteger("faultStep", 4);

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk();
    private Desk desk;
    private volatile int published;
    private volatile boolean massRemoval;

    @BeforeEach
    void start() throws IOException {
        Path data = disk.on(folder);
        SnapshotSource source = new FetchedSource(this::fetch, data.resolve("snapshots"), Clock.systemUTC());
        desk = new Desk(data, source, Thresholds.DEFAULT, Desk.BY_HAND, Clock.systemUTC());
        desk.plug(new LineProvider("example"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private FetchResult fetch(FeedProvider of, FetchRequest request) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < (massRemoval ? 1 : PRODUCTS); i++) {
            lines.append("P").append(i).append(' ').append(published).append(".0\n");
        }
        String name = LineProvider.LIST.name();
        Document origin = SnapshotFolder.origin(name, name, null, null, 0, null, null, null);
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(request.target())) {
            writer.put(origin, new ByteArrayInputStream(lines.toString().getBytes(UTF_8)));
            return new FetchResult(writer.finish(Snapshot.Extent.FULL, Optional.empty()), true);
        }
    }

    private Run run() throws InterruptedException {
        return desk.run("example");
    }

    /** The versions of what is current; one, if no two generations are mixed. */
    private Set<String> versions() {
        List<Entry> current = desk.catalog
                .view()
                .search(Query.builder().superseded(false).build())
                .entries();
        assertEquals(PRODUCTS, current.size());
        return current.stream().map(entry -> entry.title().substring(3)).collect(Collectors.toCollection(TreeSet::new));
    }

    private void publishAndSync() throws InterruptedException {
        published++;
        assertEquals(State.CHANGED, run().state());
    }

    @ParameterizedTest
    @EnumSource
    void endsInAClearErrorOrTheNewGenerationAndRecovers(Fault fault) throws Exception {
        publishAndSync();
        int operation = 1 - STEP;
        do {
            published++;
            operation += STEP;
            disk.failAt(operation, fault);
            Run run = run();
            disk.repair();
            requireOneWholeGeneration(run);
            requireClearEnd(run, fault);
            requireRecovery();
        } while (disk.hasFailed());
        assertTrue(operation > 30, "only " + operation + " operations failed");
        int lastPublished = published;
        stop();
        start();
        assertEquals(Set.of(lastPublished + ".0"), versions());
        publishAndSync();
    }

    private void requireOneWholeGeneration(Run run) {
        Set<String> old = Set.of((published - 1) + ".0");
        Set<String> fresh = Set.of(published + ".0");
        Set<String> found = versions();
        assertTrue(found.equals(fresh) || run.generation() == 0 && found.equals(old), run + ": " + found);
    }

    private static void requireClearEnd(Run run, Fault fault) {
        boolean failed = run.state() == State.FAILED && run.reason().contains(fault.message());
        assertTrue(failed || run.state() == State.CHANGED, run::toString);
    }

    private void requireRecovery() throws Exception {
        Run run = run();
        assertTrue(run.succeeded(), run::toString);
        assertEquals(Set.of(published + ".0"), versions());
        Verification verified = desk.audit.verify();
        assertTrue(verified.isIntact(), verified::toString);
        assertEquals(0, verified.unacknowledged());
    }

    @ParameterizedTest
    @EnumSource
    void holdsWhatIsToBeHeldWheneverItFails(Fault fault) throws Exception {
        publishAndSync();
        massRemoval = true;
        int operation = 1 - STEP;
        do {
            operation += STEP;
            disk.failAt(operation, fault);
            Run run = run();
            disk.repair();
            assertTrue(run.state() == State.HELD || run.state() == State.FAILED, run::toString);
            assertEquals(Set.of("1.0"), versions());
            assertEquals(State.HELD, run().state());
            assertEquals(1, desk.sync.held().size());
        } while (disk.hasFailed());
        assertTrue(desk.audit.verify().isIntact());
        stop();
        start();
        assertEquals(1, desk.sync.held().size());
        assertEquals(Set.of("1.0"), versions());
    }
}
