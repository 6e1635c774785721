package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void writeFirst() throws IOException {
        file = Files.writeString(folder.resolve("a.cab"), "old");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void assertOnly(String content) throws IOException {
        assertEquals(content, Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void takesThePlaceOfTheOldFile() throws IOException {
        AtomicFile.write(file, out -> {
            out.write(bytes("new"));
            return true;
        });
        assertOnly("new");
    }

    @Test
    void leavesTheOldFileWhereTheNewOneIsNotWorthKeeping() throws IOException {
        AtomicFile.write(file, out -> false);
        assertOnly("old");
    }

    @Test
    void leavesTheOldFileWhereWritingFails() throws IOException {
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write(bytes("half"));
                    throw new IOException("the disk is full");
                }));
        assertOnly("old");
    }
}
