package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.model.UpdateId;
import io.patchbay.sync.Decided;
import io.patchbay.sync.Difference;
import io.patchbay.sync.Examination;
import io.patchbay.sync.Held;
import io.patchbay.sync.Objection;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators do about one held update, while everything else of its feed goes on. */
class HeldUpdatesTest {
    private static final String ID = SmallProvider.MOZILLA.id();
    private static final UpdateId JUMP = UpdateId.of(ID, "LATEST_FIREFOX_VERSION", "x64", "999.0");

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void holdAJump() throws Exception {
        desk = new Desk(folder);
        desk.plug(SmallProvider.MOZILLA);
        record("1", "145.0", "140.5.0esr");
        desk.run(ID);
        record("2", "999.0", "140.6.0esr");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void record(String name, String release, String esr) throws IOException {
        String json = "{\"LATEST_FIREFOX_VERSION\": \"" + release + "\", \"FIREFOX_ESR\": \"" + esr + "\"}";
        desk.record(ID, name, SmallProvider.MOZILLA.feed().name(), json);
    }

    private List<String> current() {
        return desk
                .catalog
                .view()
                .search(Query.builder()
                        .superseded(false)
                        .order(Query.Order.TITLE, false)
                        .build())
                .entries()
                .stream()
                .filter(entry -> entry.state() == Entry.State.PUBLISHED)
                .map(Entry::version)
                .toList();
    }

    @Test
    void publishesTheOthers() throws Exception {
        Run run = desk.run(ID);
        assertEquals(State.HELD, run.state());
        assertEquals(2, run.generation(), "what is sane is published");
        assertEquals("LATEST_FIREFOX_VERSION 999.0: VERSION_JUMP: version 999.0 after 145.0", run.reason());
        assertEquals(List.of("140.6.0", "145.0"), current());
        Held held = desk.sync.held().get(0);
        assertEquals(JUMP, held.update());
        assertEquals("2", held.snapshot());
    }

    @Test
    void holdsItAgainWhileNobodyDecides() throws Exception {
        Held first = heldBy(desk.run(ID));
        Run again = desk.run(ID);
        assertEquals(State.HELD, again.state());
        assertEquals(0, again.generation());
        assertEquals(first.since(), heldBy(again).since());
    }

    /** Its line stays as it is, and the snapshot still has the older ones, after it, unchanged or read again. */
    @ParameterizedTest
    @ValueSource(strings = {"", " 1"})
    void isHeldBeforeOlderReleasesOfItsLine(String read) throws Exception {
        desk.plug(new LineProvider("example"));
        desk.recordLines("example", "1", "A 1.1" + read, "A 1.0" + read);
        assertEquals(State.CHANGED, desk.run("example").state());
        desk.recordLines("example", "2", "A 999.0" + read, "A 1.1" + read, "A 1.0" + read);
        Run run = desk.run("example");
        assertEquals(State.HELD, run.state(), run.reason());
        assertEquals(
                List.of(UpdateId.of("example", "A", "999.0")),
                desk.sync.held().stream().map(Held::update).toList());
    }

    private Held heldBy(Run run) {
        Held held = desk.sync.held().get(0);
        assertEquals(run.number(), held.run());
        return held;
    }

    @Test
    void publishesWhatIsReleased() throws Exception {
        desk.run(ID);
        Run run = desk.sync.await(
                desk.sync.release(ID, JUMP, Desk.decision("announced")).number());
        assertEquals(State.CHANGED, run.state(), run.reason());
        assertEquals(List.of("140.6.0", "999.0"), current());
        assertEquals(List.of(), desk.sync.held());
        assertEquals(State.UNCHANGED, desk.run(ID).state());
    }

    @Test
    void leavesOutWhatIsRejectedUntilItChanges() throws Exception {
        desk.run(ID);
        assertEquals(1, desk.sync.reject(ID, JUMP, Desk.decision("nonsense")).size());
        assertEquals(List.of(), desk.sync.held());
        assertEquals(State.UNCHANGED, desk.run(ID).state());
        assertEquals(List.of("140.6.0", "145.0"), current());

        record("3", "998.0", "140.6.0esr");
        assertEquals(State.HELD, desk.run(ID).state());
        record("4", "146.0", "140.6.0esr");
        assertEquals(State.CHANGED, desk.run(ID).state());
        assertEquals(List.of("140.6.0", "146.0"), current());
    }

    @Test
    void asksAnewAboutWhatWasRejectedOnceThatIsTakenBack() throws Exception {
        desk.run(ID);
        desk.sync.reject(ID, JUMP, Desk.decision("nonsense"));
        Decided rejected = desk.sync.decisions().get(0);
        assertEquals(JUMP, rejected.update());
        assertEquals("nonsense", rejected.reason());
        desk.close();
        desk = new Desk(folder);
        desk.plug(SmallProvider.MOZILLA);
        assertEquals(List.of(rejected), desk.sync.forget(ID, JUMP, Desk.decision("it was theirs")));
        assertEquals(List.of(), desk.sync.decisions());
        assertThrows(IllegalArgumentException.class, () -> desk.sync.forget(ID, null, Desk.decision("again")));
        assertEquals(State.HELD, desk.run(ID).state());
        assertEquals(JUMP, desk.sync.held().get(0).update());
    }

    @Test
    void asksAnewAboutAWholeRunOnceThatIsTakenBack() throws Exception {
        desk.record(ID, "3", SmallProvider.MOZILLA.feed().name(), "{}");
        desk.run(ID);
        desk.sync.reject(ID, null, Desk.decision("an outage"));
        desk.sync.forget(ID, null, Desk.decision("it was meant"));
        assertEquals(State.HELD, desk.run(ID).state());
    }

    @Test
    void rejectsAWholeRun() throws Exception {
        desk.record(ID, "3", SmallProvider.MOZILLA.feed().name(), "{}");
        assertEquals(State.HELD, desk.run(ID).state());
        desk.sync.reject(ID, null, Desk.decision("an outage"));
        assertEquals(State.UNCHANGED, desk.run(ID).state());
        assertEquals(List.of("140.5.0", "145.0"), current());
    }

    @Test
    void survivesARestart() throws Exception {
        desk.run(ID);
        List<Held> before = desk.sync.held();
        desk.close();
        desk = new Desk(folder);
        desk.plug(SmallProvider.MOZILLA);
        assertEquals(before, desk.sync.held());
        desk.sync.await(desk.sync.release(ID, null, Desk.decision("announced")).number());
        assertEquals(List.of("140.6.0", "999.0"), current());
    }

    @Test
    void comparesWhatIsHeldWithWhatIsLive() throws Exception {
        desk.run(ID);
        Difference jump = desk.sync.difference(ID, JUMP);
        assertNull(jump.live());
        assertEquals("999.0", jump.held().release().version().canonical());
        Difference esr = desk.sync.difference(ID, UpdateId.of(ID, "FIREFOX_ESR", "x64", "140.6.0"));
        assertEquals(esr.live(), esr.held());
    }

    @Test
    void examinesASnapshotAndLeavesEverythingAsItIs() throws Exception {
        Examination examination = desk.examine(SmallProvider.MOZILLA, "2");
        assertEquals(Set.of(JUMP), examination.updates().keySet());
        assertEquals(
                Objection.Code.VERSION_JUMP,
                examination.updates().get(JUMP).get(0).code());
        assertEquals(List.of(), examination.run());
        assertEquals(2, examination.changes().added());
        assertEquals(List.of("140.5.0", "145.0"), current());
        assertEquals(List.of(), desk.sync.held());
    }

    @Test
    void saysWhatIsNotHeld() throws Exception {
        desk.run(ID);
        IllegalArgumentException other = assertThrows(
                IllegalArgumentException.class, () -> desk.sync.release(ID, UpdateId.of("no"), Desk.decision("?")));
        assertTrue(other.getMessage().endsWith("of provider \"mozilla\" is held"), other.getMessage());
    }
}
