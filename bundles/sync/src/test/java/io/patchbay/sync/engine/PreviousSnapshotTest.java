package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.audit.file.AuditService;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.SyncMode;
import io.patchbay.sync.review.Policy;
import io.patchbay.sync.review.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** Which snapshot a provider is told to compare with. */
class PreviousSnapshotTest {
    @TempDir
    Path folder;

    private CatalogService catalog;
    private SyncService sync;
    private final LineProvider provider = new LineProvider("example");

    @BeforeEach
    void start() throws IOException {
        catalog = new CatalogService(folder.resolve("data"), Clock.systemUTC());
        sync = new SyncService(
                new SyncSettings(
                        folder.resolve("sync"),
                        Thresholds.DEFAULT,
                        FreshnessLimitsTest.DEFAULT,
                        new Schedule(Duration.ZERO),
                        2),
                catalog,
                catalog,
                new RecordedSource(folder.resolve("feeds"), Optional.empty()),
                new AuditService(folder, Clock.systemUTC()),
                Clock.systemUTC());
        plug(1, "1.0.0");
    }

    @AfterEach
    void stop() {
        sync.close();
        catalog.close();
    }

    private void plug(long service, String version) {
        sync.plug(new Plugged(
                service,
                provider,
                provider.info(),
                "test." + service,
                Version.parseVersion(version),
                Policy.of(provider.info().hosts())));
    }

    private void record(String name, String... lines) throws IOException {
        Path recorded = Files.createDirectories(folder.resolve("feeds/example").resolve(name));
        Files.write(recorded.resolve("list.txt"), List.of(lines));
    }

    private Run run(SyncMode mode) throws InterruptedException {
        return sync.await(sync.start(Set.of("example"), mode).get(0).number());
    }

    private List<String> titles() {
        Query all = Query.builder().order(Query.Order.TITLE, false).build();
        return catalog.view().search(all).entries().stream().map(Entry::title).toList();
    }

    @Test
    void isTheCommittedOne() throws Exception {
        record("1", "A 1.0", "B 1.0", "C 1.0");
        run(SyncMode.IF_CHANGED);
        record("2", "A 1.0", "B 2.0", "C 1.0");
        Run second = run(SyncMode.IF_CHANGED);
        assertEquals(State.CHANGED, second.state());
        assertEquals(2, provider.spared);
        assertEquals(3, second.updates(), "what is unchanged counts too");
        assertEquals(List.of("A 1.0", "B 1.0", "B 2.0", "C 1.0"), titles());
    }

    @Test
    void isNotGivenIfEverythingIsToBeRead() throws Exception {
        record("1", "A 1.0");
        run(SyncMode.IF_CHANGED);
        run(SyncMode.ALWAYS);
        assertEquals(0, provider.spared);
    }

    @Test
    void isNotGivenIfAnotherVersionOfTheProviderReadIt() throws Exception {
        record("1", "A 1.0");
        run(SyncMode.IF_CHANGED);
        plug(2, "1.1.0");
        record("2", "A 1.0", "B 1.0");
        assertEquals(State.CHANGED, run(SyncMode.IF_CHANGED).state());
        assertEquals(0, provider.spared);
    }

    @Test
    void isNotGivenIfItsDocumentsWereTamperedWith() throws Exception {
        record("1", "A 1.0");
        run(SyncMode.IF_CHANGED);
        record("1", "A 1.0", "B 1.0");
        record("2", "A 1.0", "B 1.0");
        assertEquals(State.CHANGED, run(SyncMode.IF_CHANGED).state());
        assertEquals(0, provider.spared);
        assertEquals(List.of("A 1.0", "B 1.0"), titles());
    }

    @Test
    void isNotGivenIfItIsGone() throws Exception {
        record("1", "A 1.0");
        run(SyncMode.IF_CHANGED);
        record("2", "A 1.0", "B 1.0");
        Files.delete(folder.resolve("feeds/example/1/list.txt"));
        Files.delete(folder.resolve("feeds/example/1"));
        assertEquals(State.CHANGED, run(SyncMode.IF_CHANGED).state());
        assertEquals(0, provider.spared);
    }
}
