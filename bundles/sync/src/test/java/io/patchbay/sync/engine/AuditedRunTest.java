package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.audit.AuditRecord;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs leave in the audit log, and how they end without one. */
class AuditedRunTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder);
        desk.plug(new LineProvider("example"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private Run run(String name, String... lines) throws Exception {
        desk.recordLines("example", name, lines);
        return desk.run("example");
    }

    private List<AuditRecord> newest(int limit) throws IOException {
        return desk.audit.newest(limit, record -> record.concerns("example"));
    }

    @Test
    void recordsACommitBeforeItIsDoneAndTheEndOfTheRun() throws Exception {
        run("1", "A 1.0", "B 1.0");
        List<AuditRecord> records = newest(9);
        assertEquals(
                List.of("run", "commit"),
                records.stream().map(AuditRecord::action).toList());
        assertEquals("1", records.get(0).details().get("generation"));
        assertEquals("CHANGED", records.get(0).details().get("state"));
        assertEquals("2", records.get(1).details().get("added"));
        assertEquals("1", records.get(1).details().get("snapshot"));
    }

    @Test
    void namesWhoAskedForARun() throws Exception {
        run("1", "A 1.0");
        assertEquals(List.of("alice", "alice"), actors());
    }

    @Test
    void namesTheEngineForARunThatNobodyAskedFor() throws Exception {
        stop();
        desk = new Desk(folder, new Schedule(Duration.ofHours(6)));
        desk.recordLines("example", "1", "A 1.0");
        desk.plug(new LineProvider("example"));
        desk.sync.await(desk.sync.runs(1).get(0).number());
        assertEquals(List.of("engine", "engine"), actors());
    }

    private List<String> actors() throws IOException {
        return newest(2).stream().map(AuditRecord::actor).toList();
    }

    @Test
    void recordsHowARunFailedAndThatOneFoundNothingNew() throws Exception {
        run("1", "A 1.0");
        run("1", "A 1.0");
        assertEquals("UNCHANGED", newest(1).get(0).details().get("state"));
        run("2", "break");
        assertEquals("FAILED", newest(1).get(0).details().get("state"));
        assertTrue(newest(1).get(0).details().get("reason").contains("line 1: expected a release"));
    }

    @Test
    void recordsAHold() throws Exception {
        run("1", IntStream.range(0, 10).mapToObj(i -> "P" + i + " 1.0").toArray(String[]::new));
        run("2", "P0 1.0");
        List<AuditRecord> records = newest(2);
        assertEquals("HELD", records.get(0).details().get("state"));
        assertEquals("hold", records.get(1).action());
        assertEquals("MASS_REMOVAL", records.get(1).details().get("codes"));
        assertEquals("9", records.get(1).details().get("withdrawn"));
    }

    @Test
    void recordsWhatAnOperatorDecidesAndWhy() throws Exception {
        run("1", IntStream.range(0, 10).mapToObj(i -> "P" + i + " 1.0").toArray(String[]::new));
        run("2", "P0 1.0");
        desk.sync.reject("example", null, Desk.decision("an outage"));
        AuditRecord rejected = newest(1).get(0);
        assertEquals("alice", rejected.actor());
        assertEquals("reject", rejected.action());
        assertEquals("an outage", rejected.details().get("reason"));
        run("3", "P1 1.0");
        desk.sync.await(
                desk.sync.release("example", null, Desk.decision("announced")).number());
        assertEquals(
                List.of("run", "commit", "release"),
                newest(3).stream().map(AuditRecord::action).toList());
    }

    @Test
    void publishesNothingThatCannotBeRecorded() throws Exception {
        run("1", "A 1.0");
        byte[] head = Files.readAllBytes(folder.resolve("audit.head"));
        Files.writeString(folder.resolve("audit.head"), "nothing");
        stop();
        start();
        Run failed = run("2", "A 2.0");
        assertEquals(State.FAILED, failed.state());
        assertTrue(failed.reason().contains("the audit log was altered"), failed.reason());
        assertEquals(1, desk.catalog.view().generation());

        Files.write(folder.resolve("audit.head"), head);
        assertEquals(State.CHANGED, run("2", "A 2.0").state());
    }
}
