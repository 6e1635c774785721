package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.sync.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** As after a power cut, a bad disk or a downgrade. */
    @ParameterizedTest
    @MethodSource("unreadable")
    void leavesOutALineThatCannotBeRead(byte[] line) throws IOException {
        RunLog log = open();
        log.add(run(1, "putty", Run.State.CHANGED, ""));
        Files.write(folder.resolve("runs.tsv"), line, StandardOpenOption.APPEND);
        Files.writeString(
                folder.resolve("runs.tsv"), line("3", "FAILED", NOW.toString(), ""), StandardOpenOption.APPEND);

        RunLog again = open();
        assertEquals(List.of(3L, 1L), again.newest(9).stream().map(Run::number).toList());
        again.add(run(4, "putty", Run.State.UNCHANGED, ""));
        assertEquals(3, open().newest(9).size());
    }

    static Stream<byte[]> unreadable() {
        return Stream.of(
                        line("\0\0\0\0", "CHANGED", NOW.toString(), ""),
                        line("2", "PAUSED", NOW.toString(), ""),
                        line("2", "CHANGED", "null", ""),
                        line("2", "CHANGED", NOW.toString(), "1,2"),
                        line("\u00ff", "CHANGED", NOW.toString(), ""))
                .map(line -> line.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String line(String number, String state, String ended, String changes) {
        return String.join(
                "\t", number, "putty", "1.0.0", state, NOW.toString(), ended, "1", "0", changes, "0", "", "end\n");
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

    @Test
    void knowsWhichGenerationWasMadeLast() throws IOException {
        RunLog log = open();
        assertEquals(0, log.lastGeneration());
        log.add(run(1, "putty", Run.State.CHANGED, ""));
        log.add(new Run(2, "putty", "1.0.0", Run.State.FAILED, NOW, NOW, "", 0, 0, "", 0, null, 0, "down"));
        assertEquals(7, log.lastGeneration());
        assertEquals(7, open().lastGeneration());
    }

    @Test
    void knowsSinceWhenAProviderIsTriedWithoutSuccessHoweverLongThatIs() throws IOException {
        RunLog log = open();
        log.add(run(1, "adobe", Run.State.STOPPED, "nothing was heard of it"));
        for (int i = 2; i < 3000; i++) {
            log.add(run(i, "putty", Run.State.UNCHANGED, ""));
        }
        RunLog again = open();
        assertEquals(Optional.of(NOW), again.triedSince("adobe"));
        assertEquals(Optional.empty(), again.triedSince("putty"));
        assertEquals(Optional.empty(), again.triedSince("mozilla"));
        again.add(run(3000, "adobe", Run.State.CHANGED, ""));
        assertEquals(Optional.empty(), again.triedSince("adobe"));
    }

    private RunLog open() {
        return RunLog.open(folder.resolve("runs.tsv"));
    }

    private static Run run(long number, String provider, Run.State state, String reason) {
        ChangeCounts changes = state == Run.State.CHANGED ? new ChangeCounts(1, 2, 3, 4, 5, 6) : null;
        return new Run(number, provider, "1.0.0", state, NOW, NOW, "", 0, 0, "2026-08-16", 15, changes, 7, reason);
    }
}
