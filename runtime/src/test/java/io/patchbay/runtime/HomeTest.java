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
    void aFolderThatOthersMayWriteToIsNone() throws Exception {
        Path data = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xrwx"));
        EngineException refused = assertThrows(EngineException.class, () -> Home.take(data));
        assertTrue(refused.getMessage().contains("chmod go-w " + data), refused.getMessage());
    }

    @Test
    void aNewDropInFolderIsForItsOwnerAlone() throws Exception {
        Path dropIns = folder.resolve("elsewhere/providers");
        try (Home home = Home.take(folder.resolve("data"))) {
            home.dropIns(dropIns);
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(dropIns)));
    }

    @Test
    void settingsThatAreNotUtf8AreNamed() throws Exception {
        Path settings = Files.write(folder.resolve("framework.properties"), new byte[] {'#', (byte) 0xfc});
        EngineException refused = assertThrows(EngineException.class, () -> Distribution.frameworkProperties(folder));
        assertTrue(refused.getMessage().startsWith("cannot read " + settings), refused.getMessage());
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
