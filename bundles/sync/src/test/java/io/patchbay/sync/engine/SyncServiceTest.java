package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.file.AuditService;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.spi.SyncFilter;
import io.patchbay.sync.ProviderStatus.Presence;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class SyncServiceTest {
    private static final Schedule BY_HAND = new Schedule(Duration.ZERO);

    @TempDir
    Path folder;

    private CatalogService catalog;
    private SyncService sync;
    private final LineProvider example = new LineProvider("example");
    private final LineProvider other = new LineProvider("other");

    @BeforeEach
    void start() throws IOException {
        catalog = new CatalogService(folder.resolve("data"), Clock.systemUTC());
        sync = service(BY_HAND);
        plug(1, example, "1.0.0");
        plug(2, other, "1.0.0");
    }

    @AfterEach
    void stop() {
        example.mayEnd.countDown();
        sync.close();
        catalog.close();
    }

    @Test
    void publishesWhatTheUpstreamSaysAndThenNothingMore() throws Exception {
        record("example", "1", "A 1.0", "B 1.0");
        Run first = run("example");
        assertEquals(State.CHANGED, first.state());
        assertEquals(2, first.updates());
        assertEquals(1, first.generation());

        Run second = run("example");
        assertEquals(State.UNCHANGED, second.state());
        assertEquals(0, second.updates(), "unchanged documents are not parsed");
        assertEquals(1, catalog.view().generation());
    }

    @Test
    void parsesUnchangedDocumentsIfTold() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        Run forced = await(sync.start(Set.of("example"), SyncMode.ALWAYS));
        assertEquals(State.UNCHANGED, forced.state());
        assertEquals(1, forced.updates());
    }

    @Test
    void parsesUnchangedDocumentsWithANewVersionOfTheProvider() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        plug(3, new LineProvider("example"), "1.1.0");
        assertEquals(1, run("example").updates());
    }

    @Test
    void leavesTheCatalogueAndOtherProvidersAloneWhenOneFails() throws Exception {
        record("example", "1", "A 1.0");
        record("other", "1", "C 1.0");
        run("example");
        record("example", "2", "A 2.0", "break");
        List<Run> runs = sync.start(Set.of(), SyncMode.IF_CHANGED);
        Run failed = sync.await(runs.get(0).number());
        Run good = sync.await(runs.get(1).number());

        assertEquals(State.FAILED, failed.state());
        assertEquals("NOT_THE_FEED: list.txt at line 1: expected a release", failed.reason());
        assertEquals(State.CHANGED, good.state());
        assertEquals(List.of("A 1.0", "C 1.0"), titles());
        assertTrue(sync.providers().get(0).lastSuccess() != null, "the last success is kept apart");
    }

    @Test
    void survivesABugOfAProvider() throws Exception {
        record("example", "1", "crash");
        Run run = run("example");
        assertEquals(State.FAILED, run.state());
        assertTrue(run.reason().contains("gone with its bundle"), run.reason());
    }

    @Test
    void holdsARunThatFindsNothingAnyMore() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        record("example", "2", "nothing");
        Run run = run("example");
        assertEquals(State.HELD, run.state());
        assertEquals("MASS_REMOVAL: nothing is left, and 1 updates and advisories would be withdrawn", run.reason());
        assertEquals(List.of("A 1.0"), titles());
    }

    @Test
    void holdsAMassRemovalUntilItIsReleased() throws Exception {
        record("example", "1", products(10));
        run("example");
        record("example", "2", "P0 1.0");
        Run held = run("example");
        assertEquals(State.HELD, held.state());
        assertTrue(
                held.reason().startsWith("MASS_REMOVAL: would withdraw 9 of 10 offered updates and advisories"),
                held.reason());
        assertEquals(10, catalog.view().liveCounts().get("example"));
        assertEquals("2", sync.held().get(0).snapshot());
        assertEquals(9, sync.held().get(0).changes().withdrawn());

        Run released = sync.await(sync.release("example", null, "expected").number());
        assertEquals(State.CHANGED, released.state());
        assertEquals(1, catalog.view().liveCounts().get("example"));
        assertEquals(List.of(), sync.held());
        assertThrows(IllegalArgumentException.class, () -> sync.release("example", null, "expected"));
    }

    @Test
    void forgetsWhatWasHeldWhenTheUpstreamRecovers() throws Exception {
        record("example", "1", products(10));
        run("example");
        record("example", "2", "P0 1.0");
        run("example");
        record("example", "3", products(11));
        assertEquals(State.CHANGED, run("example").state());
        assertEquals(List.of(), sync.held());
    }

    @Test
    void takesANewReleaseOfEverythingForNoRemoval() throws Exception {
        record("example", "1", products(10));
        run("example");
        record(
                "example",
                "2",
                IntStream.range(0, 10).mapToObj(i -> "P" + i + " 2.0").toArray(String[]::new));
        Run run = run("example");
        assertEquals(State.CHANGED, run.state());
        assertEquals(10, run.changes().superseded());
        assertEquals(0, run.changes().withdrawn());
    }

    @Test
    void stopsARunWithoutATrace() throws Exception {
        record("example", "1", "A 1.0", "wait");
        Run started = sync.start(Set.of("example"), SyncMode.IF_CHANGED).get(0);
        example.busy.await();
        List<Run> stopped = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> sync.stop(Set.of("example")));
        assertEquals(
                List.of(started.number()), stopped.stream().map(Run::number).toList());
        assertEquals(State.STOPPED, stopped.get(0).state());
        assertEquals("stopped by an operator", stopped.get(0).reason());
        assertEquals(0, catalog.view().generation());
    }

    @Test
    void cutsOffARunThatDoesNotEndAndNeverPublishesIt() throws Exception {
        record("example", "1", "spin", "A 1.0");
        sync.start(Set.of("example"), SyncMode.IF_CHANGED);
        example.busy.await();
        sync.unplug(1);
        Run last = sync.runs(1).get(0);
        assertEquals(State.STOPPED, last.state());
        assertEquals("its provider went; its code did not end and was cut off", last.reason());

        example.mayEnd.countDown();
        record("other", "1", "C 1.0");
        assertEquals(State.CHANGED, run("other").state());
        assertEquals(List.of("C 1.0"), titles());
    }

    @Test
    void showsARunThatIsUnderWayToThoseWhoDoNotWaitForItsEnd() throws Exception {
        record("example", "1", "A 1.0", "wait");
        long run = sync.start(Set.of("example"), SyncMode.IF_CHANGED).get(0).number();
        example.busy.await();
        Run shown = sync.await(run, Duration.ofMillis(1));
        assertEquals(State.RUNNING, shown.state());
        assertEquals("read 1", shown.activity());
        assertEquals(1, shown.updates());
        sync.stop(Set.of());
        assertEquals(State.STOPPED, sync.await(run, Duration.ofSeconds(10)).state());
    }

    @Test
    void runsAProviderOnceAtATime() throws Exception {
        record("example", "1", "wait");
        long first = sync.start(Set.of("example"), SyncMode.IF_CHANGED).get(0).number();
        example.busy.await();
        long second = sync.start(Set.of("example"), SyncMode.IF_CHANGED).get(0).number();
        assertEquals(first, second);
        sync.stop(Set.of());
    }

    @Test
    void marksWhatAProviderLeavesBehind() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        sync.unplug(1);
        assertEquals(Presence.ABSENT, sync.providers().get(0).presence());
        assertTrue(catalog.view().search(Query.all()).entries().get(0).providerAbsent());
        assertThrows(IllegalArgumentException.class, () -> sync.start(Set.of("example"), SyncMode.IF_CHANGED));
    }

    @Test
    void remembersRunsAndHoldsAfterARestart() throws Exception {
        record("example", "1", products(10));
        run("example");
        record("example", "2", "P0 1.0");
        run("example");
        sync.close();
        sync = service(BY_HAND);
        plug(1, example, "1.0.0");
        assertEquals(State.HELD, sync.runs(1).get(0).state());
        assertEquals(
                3,
                sync.await(sync.release("example", null, "expected").number()).number());
        assertEquals(1, catalog.view().liveCounts().get("example"));
    }

    @Test
    void runsWhatIsPluggedInByItselfWhenItIsDue() throws Exception {
        record("example", "1", "A 1.0");
        sync.close();
        sync = service(new Schedule(Duration.ofHours(6)));
        plug(1, example, "1.0.0");
        assertEquals(State.CHANGED, sync.await(1).state());
    }

    @Test
    void takesTheNewestRecordingNotAfterAName() throws Exception {
        record("example", "2025-02-08-first", "A 1.0");
        record("example", "2026-08-16-second", "A 2.0");
        RecordedSource until = new RecordedSource(folder.resolve("feeds"), Optional.of("2025-02-08"));
        assertEquals(
                "2025-02-08-first",
                until.take(example, Optional.empty(), noFilter(), (w, d, t) -> {})
                        .name());
        RecordedSource before = new RecordedSource(folder.resolve("feeds"), Optional.of("2024"));
        IOException none = assertThrows(
                IOException.class, () -> before.take(example, Optional.empty(), noFilter(), (w, d, t) -> {}));
        assertTrue(none.getMessage().startsWith("no recorded snapshot of example not after 2024"), none.getMessage());
    }

    private static SyncFilter noFilter() {
        return SyncFilter.EVERYTHING;
    }

    private SyncService service(Schedule schedule) throws IOException {
        return new SyncService(
                new SyncSettings(folder.resolve("sync"), Thresholds.DEFAULT, FreshnessLimitsTest.DEFAULT, schedule, 2),
                catalog,
                catalog,
                new RecordedSource(folder.resolve("feeds"), Optional.empty()),
                new AuditService(folder, Clock.systemUTC()),
                Clock.systemUTC());
    }

    private void plug(long service, LineProvider provider, String version) {
        sync.plug(new Plugged(
                service,
                provider,
                provider.info(),
                "test." + service,
                Version.parseVersion(version),
                Policy.of(provider.info().hosts())));
    }

    private void record(String provider, String name, String... lines) throws IOException {
        Path recorded = Files.createDirectories(
                folder.resolve("feeds").resolve(provider).resolve(name));
        Files.write(recorded.resolve("list.txt"), List.of(lines));
    }

    private static String[] products(int count) {
        return IntStream.range(0, count).mapToObj(i -> "P" + i + " 1.0").toArray(String[]::new);
    }

    private Run run(String provider) throws InterruptedException {
        return await(sync.start(Set.of(provider), SyncMode.IF_CHANGED));
    }

    private Run await(List<Run> started) throws InterruptedException {
        return sync.await(started.get(0).number());
    }

    private List<String> titles() {
        return catalog
                .view()
                .search(Query.builder().order(Query.Order.TITLE, false).build())
                .entries()
                .stream()
                .map(e -> e.title())
                .toList();
    }
}
