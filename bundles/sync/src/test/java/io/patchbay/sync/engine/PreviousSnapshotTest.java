package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.feeds.trust.Policy;
import io.patchbay.sync.Run;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.SyncMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which snapshot a provider is told to compare with, and what it noted of that. */
class PreviousSnapshotTest {
    @TempDir
    Path folder;

    private final LineProvider provider = new LineProvider("example");
    private Desk desk;

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder);
        desk.plug(provider);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private void record(String name, String... lines) throws IOException {
        desk.recordLines("example", name, lines);
    }

    private Run run() throws InterruptedException {
        return desk.run("example");
    }

    private void assertSparedNothing() {
        assertEquals(0, provider.spared);
        assertEquals("", provider.notes);
    }

    @Test
    void isTheCommittedOne() throws Exception {
        record("1", "A 1.0", "B 1.0", "C 1.0");
        run();
        record("2", "A 1.0", "B 2.0", "C 1.0");
        Run second = run();
        assertEquals(State.CHANGED, second.state());
        assertEquals(2, provider.spared);
        assertEquals("A 1.0, B 1.0, C 1.0", provider.notes);
        assertEquals(3, second.updates(), "what is unchanged counts too");
        assertEquals(List.of("A 1.0", "B 1.0", "B 2.0", "C 1.0"), desk.titles());
    }

    @Test
    void isNotGivenIfEverythingIsToBeRead() throws Exception {
        record("1", "A 1.0");
        run();
        desk.run("example", SyncMode.ALWAYS);
        assertSparedNothing();
    }

    @Test
    void isNotGivenIfAnotherVersionOfTheProviderReadIt() throws Exception {
        record("1", "A 1.0");
        run();
        desk.plug(provider, Policy.of(Set.of()), "1.1.0");
        record("2", "A 1.0", "B 1.0");
        assertEquals(State.CHANGED, run().state());
        assertSparedNothing();
    }

    @Test
    void isNotGivenIfItsDocumentsWereTamperedWith() throws Exception {
        record("1", "A 1.0");
        run();
        record("1", "A 1.0", "B 1.0");
        record("2", "A 1.0", "B 1.0");
        assertEquals(State.CHANGED, run().state());
        assertSparedNothing();
        assertEquals(List.of("A 1.0", "B 1.0"), desk.titles());
    }

    @Test
    void isNotGivenIfItIsGone() throws Exception {
        record("1", "A 1.0");
        run();
        record("2", "A 1.0", "B 1.0");
        Files.delete(folder.resolve("feeds/example/1/list.txt"));
        Files.delete(folder.resolve("feeds/example/1"));
        assertEquals(State.CHANGED, run().state());
        assertSparedNothing();
    }
}
