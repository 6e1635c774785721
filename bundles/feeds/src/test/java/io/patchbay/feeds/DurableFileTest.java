package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("file");
    }

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        DurableFile.replace(file, "much that is old".getBytes(UTF_8));
        DurableFile.replace(file, "new".getBytes(UTF_8));
        assertEquals("new", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void leavesTheOldContentIfItCannotBeReplaced() throws IOException {
        DurableFile.replace(file, "old".getBytes(UTF_8));
        Files.createDirectory(folder.resolve("file.new"));
        assertThrows(IOException.class, () -> DurableFile.replace(file, "new".getBytes(UTF_8)));
        assertEquals("old", Files.readString(file));
    }

    @Test
    void writesAtAPositionAndCutsOffWhatFollowed() throws IOException {
        DurableFile.writeAt(file, 0, "one two three".getBytes(UTF_8));
        DurableFile.writeAt(file, 4, "2".getBytes(UTF_8));
        assertEquals("one 2", Files.readString(file));
    }

    @Test
    void writesForAnInterruptedThreadWhichStaysInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        DurableFile.replace(file, "all".getBytes(UTF_8));
        assertTrue(Thread.interrupted());
        assertEquals("all", Files.readString(file));
    }
}
