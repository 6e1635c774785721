package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.AuditRecord;
import io.patchbay.catalog.Query;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.SyncFilter;
import io.patchbay.sync.ProviderStatus.Presence;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.SyncMode;
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

class SyncServiceTest {
    private static final Thresholds AT_MOST_TWO = new Thresholds(5, 20, 100, 10, 10, 10, 3, 1, 2, Set.of());

    @TempDir
    Path folder;

    private Desk desk;
    private final LineProvider example = new LineProvider("example");
    private final LineProvider other = new LineProvider("other");

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder);
        desk.plug(example);
        desk.plug(other);
    }

    @AfterEach
    void stop() {
        example.mayEnd.countDown();
        desk.close();
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
        assertEquals(1, desk.catalog.view().generation());
    }

    @Test
    void parsesUnchangedDocumentsIfTold() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        Run forced = desk.run("example", SyncMode.ALWAYS);
        assertEquals(State.UNCHANGED, forced.state());
        assertEquals(1, forced.updates());
    }

    @Test
    void parsesUnchangedDocumentsWithANewVersionOfTheProvider() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        desk.plug(new LineProvider("example"), Policy.of(Set.of()), "1.1.0");
        assertEquals(1, run("example").updates());
    }

    @Test
    void leavesTheCatalogueAndOtherProvidersAloneWhenOneFails() throws Exception {
        record("example", "1", "A 1.0");
        record("other", "1", "C 1.0");
        run("example");
        record("example", "2", "A 2.0", "break");
        List<Run> runs = desk.sync.start(Set.of(), SyncMode.IF_CHANGED, "alice");
        Run failed = desk.sync.await(runs.get(0).number());
        Run good = desk.sync.await(runs.get(1).number());

        assertEquals(State.FAILED, failed.state());
        assertEquals("NOT_THE_FEED: list.txt at line 1: expected a release", failed.reason());
        assertEquals(State.CHANGED, good.state());
        assertEquals(List.of("A 1.0", "C 1.0"), desk.titles());
        assertTrue(desk.sync.providers().get(0).lastSuccess() != null, "the last success is kept apart");
    }

    @Test
    void survivesABugOfAProvider() throws Exception {
        record("example", "1", "crash");
        Run run = run("example");
        assertEquals(State.FAILED, run.state());
        assertTrue(run.reason().contains("gone with its bundle"), run.reason());
    }

    @Test
    void namesAFailureWithoutWords() throws Exception {
        record("example", "1", "cut");
        Run run = run("example");
        assertEquals(State.FAILED, run.state());
        assertEquals("java.io.EOFException", run.reason());
    }

    /** Who reads the log, the history or the terminal is told by the engine, whatever a provider says. */
    @Test
    void saysInOneShortLineWhatAProviderSaysInMany() throws Exception {
        record("example", "1", "shout");
        String said = "no list 2026-11-23T10:00:00.000Z INFO all is well !";
        assertShort(run("example").reason(), said);
        record("example", "2", "rage");
        assertShort(run("example").reason(), "the provider failed: java.lang.IllegalStateException: " + said);
        assertEquals(2, desk.sync.runs(9).size());
        assertTrue(Files.size(folder.resolve("sync/runs.tsv")) < 10_000);
        assertEquals(
                1,
                desk.audit
                        .newest(1, record -> said(record).startsWith("the provider failed"))
                        .size());
    }

    private static String said(AuditRecord record) {
        return record.details().getOrDefault("reason", "");
    }

    private static void assertShort(String reason, String beginning) {
        assertTrue(reason.startsWith(beginning), reason);
        assertTrue(reason.length() <= 2_000, "of " + reason.length() + " characters");
        assertTrue(reason.chars().noneMatch(Character::isISOControl), reason);
    }

    @Test
    void holdsARunThatFindsNothingAnyMore() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        record("example", "2", "nothing");
        Run run = run("example");
        assertEquals(State.HELD, run.state());
        assertEquals("MASS_REMOVAL: nothing is left, and 1 updates and advisories would be withdrawn", run.reason());
        assertEquals(List.of("A 1.0"), desk.titles());
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
        assertEquals(10, desk.catalog.view().liveCounts().get("example"));
        assertEquals("2", desk.sync.held().get(0).snapshot());
        assertEquals(9, desk.sync.held().get(0).changes().withdrawn());

        Run released = desk.sync.await(
                desk.sync.release("example", null, Desk.decision("expected")).number());
        assertEquals(State.CHANGED, released.state());
        assertEquals(1, desk.catalog.view().liveCounts().get("example"));
        assertEquals(List.of(), desk.sync.held());
        assertThrows(
                IllegalArgumentException.class, () -> desk.sync.release("example", null, Desk.decision("expected")));
    }

    @Test
    void forgetsWhatWasHeldWhenTheUpstreamRecovers() throws Exception {
        record("example", "1", products(10));
        run("example");
        record("example", "2", "P0 1.0");
        run("example");
        record("example", "3", products(11));
        assertEquals(State.CHANGED, run("example").state());
        assertEquals(List.of(), desk.sync.held());
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
        Run started =
                desk.sync.start(Set.of("example"), SyncMode.IF_CHANGED, "alice").get(0);
        example.busy.await();
        List<Run> stopped =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> desk.sync.stop(Set.of("example"), "alice"));
        assertEquals(
                List.of(started.number()), stopped.stream().map(Run::number).toList());
        assertEquals(State.STOPPED, stopped.get(0).state());
        assertEquals("stopped by alice", stopped.get(0).reason());
        assertEquals(0, desk.catalog.view().generation());
    }

    @Test
    void cutsOffARunThatDoesNotEndAndNeverPublishesIt() throws Exception {
        record("example", "1", "spin", "A 1.0");
        desk.sync.start(Set.of("example"), SyncMode.IF_CHANGED, "alice");
        example.busy.await();
        desk.sync.unplug(1);
        Run last = desk.sync.runs(1).get(0);
        assertEquals(State.STOPPED, last.state());
        assertEquals("its provider went; its code did not end and was cut off", last.reason());

        desk.plug(example);
        Run next = run("example");
        assertEquals(State.FAILED, next.state());
        assertEquals(
                "run " + last.number() + " was cut off and its code has not ended since;"
                        + " replace the provider, or restart the engine",
                next.reason());

        example.mayEnd.countDown();
        record("other", "1", "C 1.0");
        assertEquals(State.CHANGED, run("other").state());
        assertEquals(List.of("C 1.0"), desk.titles());
    }

    @Test
    void stopsARunOfWhichNothingIsHeard() throws Exception {
        record("example", "1", "A 1.0", "wait");
        long run = desk.sync
                .start(Set.of("example"), SyncMode.IF_CHANGED, "alice")
                .get(0)
                .number();
        example.busy.await();
        for (int look = 0; look < 60; look++) {
            desk.sync.tick();
        }
        assertEquals(State.RUNNING, desk.sync.run(run).orElseThrow().state());
        desk.sync.tick();
        Run stopped = desk.sync.await(run);
        assertEquals(State.STOPPED, stopped.state());
        assertEquals("nothing was heard of it for 30 minutes", stopped.reason());
    }

    @Test
    void failsARunThatIsFlooded() throws Exception {
        try (Desk small = new Desk(folder.resolve("small"), AT_MOST_TWO, Clock.systemUTC())) {
            small.plug(new LineProvider("flood"));
            small.recordLines("flood", "1", "A 1.0", "B 1.0", "C 1.0");
            Run run = small.run("flood");
            assertEquals(State.FAILED, run.state());
            assertEquals("LIMIT: 1: the provider gave more than 2 updates and advisories", run.reason());
        }
    }

    @Test
    void showsARunThatIsUnderWayToThoseWhoDoNotWaitForItsEnd() throws Exception {
        record("example", "1", "A 1.0", "wait");
        long run = desk.sync
                .start(Set.of("example"), SyncMode.IF_CHANGED, "alice")
                .get(0)
                .number();
        example.busy.await();
        Run shown = desk.sync.await(run, Duration.ofMillis(1));
        assertEquals(State.RUNNING, shown.state());
        assertEquals("read 1", shown.activity());
        assertEquals(1, shown.updates());
        desk.sync.stop(Set.of(), "alice");
        assertEquals(State.STOPPED, desk.sync.await(run, Duration.ofSeconds(10)).state());
    }

    @Test
    void runsGoOnWhenTheSettingsChange() throws Exception {
        record("example", "1", "A 1.0", "wait");
        record("other", "1", "A 1.0", "B 1.0", "C 1.0");
        long run = desk.sync
                .start(Set.of("example"), SyncMode.IF_CHANGED, "alice")
                .get(0)
                .number();
        example.busy.await();
        desk.configure(AT_MOST_TWO, new Schedule(Duration.ofHours(6)));
        assertEquals(State.RUNNING, desk.sync.run(run).orElseThrow().state());
        desk.sync.tick();
        Run due = desk.sync.await(run + 1);
        assertEquals("other", due.provider());
        assertEquals("LIMIT: 1: the provider gave more than 2 updates and advisories", due.reason());
        assertEquals(State.RUNNING, desk.sync.run(run).orElseThrow().state());
    }

    @Test
    void runsAProviderOnceAtATime() throws Exception {
        record("example", "1", "wait");
        long first = desk.sync
                .start(Set.of("example"), SyncMode.IF_CHANGED, "alice")
                .get(0)
                .number();
        example.busy.await();
        long second = desk.sync
                .start(Set.of("example"), SyncMode.IF_CHANGED, "alice")
                .get(0)
                .number();
        assertEquals(first, second);
        desk.sync.stop(Set.of(), "alice");
    }

    @Test
    void marksWhatAProviderLeavesBehind() throws Exception {
        record("example", "1", "A 1.0");
        run("example");
        desk.sync.unplug(1);
        assertEquals(Presence.ABSENT, desk.sync.providers().get(0).presence());
        assertTrue(desk.catalog.view().search(Query.all()).entries().get(0).providerAbsent());
        assertThrows(
                IllegalArgumentException.class, () -> desk.sync.start(Set.of("example"), SyncMode.IF_CHANGED, "alice"));
    }

    @Test
    void tellsOfAProviderThatLeavesNothingButWhatIsHeld() throws Exception {
        record("example", "1", "A\u202e 1.0");
        assertEquals(State.HELD, run("example").state());
        desk.sync.unplug(1);
        assertEquals("example", desk.sync.providers().get(0).id());
        assertTrue(desk.sync.providers().get(0).held());
    }

    @Test
    void remembersRunsAndHoldsAfterARestart() throws Exception {
        record("example", "1", products(10));
        run("example");
        record("example", "2", "P0 1.0");
        run("example");
        stop();
        start();
        assertEquals(State.HELD, desk.sync.runs(1).get(0).state());
        assertEquals(
                3,
                desk.sync
                        .await(desk.sync
                                .release("example", null, Desk.decision("expected"))
                                .number())
                        .number());
        assertEquals(1, desk.catalog.view().liveCounts().get("example"));
    }

    @Test
    void runsWhatIsPluggedInByItselfWhenItIsDue() throws Exception {
        record("example", "1", "A 1.0");
        stop();
        desk = new Desk(folder, new Schedule(Duration.ofHours(6)));
        desk.plug(example);
        assertEquals(State.CHANGED, desk.sync.await(1).state());
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

    @Test
    void runsByItselfOnlyWhatIsRecorded() throws Exception {
        record("example", "2025-02-08-first", "A 1.0");
        stop();
        desk = new Desk(folder, new Schedule(Duration.ofHours(6)));
        desk.plug(new LineProvider("other"));
        desk.plug(example);
        assertEquals(List.of("example"), providers(desk.sync.runs(10)));
        assertEquals(List.of("example"), providers(desk.sync.start(Set.of(), SyncMode.ALWAYS, "alice")));
        assertEquals(State.FAILED, desk.run("other").state());
    }

    @Test
    void saysWhatIsMissingIfNothingIsRecorded() throws Exception {
        desk.plug(new LineProvider("other"));
        List<Run> runs = desk.sync.start(Set.of(), SyncMode.IF_CHANGED, "alice");
        assertEquals(List.of("example", "other"), providers(runs));
        Run other = desk.sync.await(runs.get(1).number());
        assertTrue(other.reason().contains("no recorded snapshot of other in "), other.reason());
    }

    private static List<String> providers(List<Run> runs) {
        return runs.stream().map(Run::provider).toList();
    }

    private static SyncFilter noFilter() {
        return SyncFilter.EVERYTHING;
    }

    private static String[] products(int count) {
        return IntStream.range(0, count).mapToObj(i -> "P" + i + " 1.0").toArray(String[]::new);
    }

    private void record(String provider, String name, String... lines) throws IOException {
        desk.recordLines(provider, name, lines);
    }

    private Run run(String provider) throws InterruptedException {
        return desk.run(provider);
    }
}
