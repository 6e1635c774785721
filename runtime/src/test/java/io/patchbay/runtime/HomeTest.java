package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
    @TempDir
    Path folder;

    @Test
    void aNewFolderIsForItsOwnerAlone() throws Exception {
        Path data = folder.resolve("a/b");
        Home.take(data).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
    }

    @Test
    void canBeTakenAgainOnceItIsGivenBack() throws Exception {
        Home.take(folder).close();
        Home.take(folder).close();
    }

    @Test
    void aFileIsNoDataFolder() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        EngineException refused = assertThrows(EngineException.class, () -> Home.take(file));
        assertTrue(refused.getMessage().startsWith("cannot use the data folder " + file), refused.getMessage());
    }

    @Test
    void aSocketOfALongNameHasAShortPathWhileItIsUsed() throws Exception {
        Path data = Files.createDirectory(folder.resolve("long".repeat(40)));
        Path path;
        try (SocketPath socket = SocketPath.of(data, "shell.sock")) {
            path = socket.path();
            assertTrue(path.toString().length() <= 107, path.toString());
            Files.createFile(path);
            assertTrue(Files.exists(data.resolve("shell.sock")));
        }
        assertTrue(Files.notExists(path.getParent().getParent()));
    }
}
