package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.sync.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final Instant NOW = Instant.parse("2026-08-16T12:00:00.123Z");

    @TempDir
    Path folder;

    @Test
    void saysAfterARestartWhatItSaidBefore() throws IOException {
        Run changed = run(1, "putty", Run.State.CHANGED, "");
        Run failed = run(2, "mozilla", Run.State.FAILED, "latest.html at h1:\n\texpected a heading");
        RunLog log = open();
        log.add(changed);
        log.add(failed);

        RunLog again = open();
        assertEquals(List.of(2L, 1L), again.newest(9).stream().map(Run::number).toList());
        assertEquals(changed, again.run(1).orElseThrow());
        assertEquals(
                "latest.html at h1: expected a heading",
                again.last("mozilla").orElseThrow().reason());
        assertEquals(3, again.nextNumber());
    }

    @Test
    void leavesOutALineThatACrashCutShort() throws IOException {
        RunLog log = open();
        log.add(run(1, "putty", Run.State.CHANGED, ""));
        Files.writeString(folder.resolve("runs.tsv"), "2\tputty\t1.0.0\tCHAN", StandardOpenOption.APPEND);

        RunLog again = open();
        assertEquals(1, again.newest(9).size());
        again.add(run(2, "putty", Run.State.UNCHANGED, ""));
        assertEquals(2, open().newest(9).size());
    }

    @Test
    void makesUpForALineThatCouldNotBeWritten() throws IOException {
        RunLog log = open();
        log.add(run(1, "putty", Run.State.CHANGED, ""));
        Path file = folder.resolve("runs.tsv");
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        Files.createDirectory(file);
        assertThrows(IOException.class, () -> log.add(run(2, "putty", Run.State.UNCHANGED, "")));
        Files.delete(file);
        Files.write(file, content);
        log.add(run(3, "putty", Run.State.UNCHANGED, ""));
        assertEquals(
                List.of(3L, 2L, 1L), open().newest(9).stream().map(Run::number).toList());
    }

    @Test
    void keepsTheLastSuccessOfEachProviderHoweverOld() throws IOException {
        RunLog log = open();
        log.add(run(1, "oracle-java", Run.State.CHANGED, ""));
        for (int i = 2; i < 3000; i++) {
            log.add(run(i, "putty", Run.State.FAILED, "down"));
        }
        RunLog again = open();
        assertEquals(1, again.lastSuccess("oracle-java").orElseThrow().number());
        assertTrue(again.newest(10_000).size() <= 2001);
    }

    private RunLog open() {
        return RunLog.open(folder.resolve("runs.tsv"));
    }

    private static Run run(long number, String provider, Run.State state, String reason) {
        ChangeCounts changes = state == Run.State.CHANGED ? new ChangeCounts(1, 2, 3, 4, 5, 6) : null;
        return new Run(number, provider, "1.0.0", state, NOW, NOW, "", 0, 0, "2026-08-16", 15, changes, 7, reason);
    }
}
