package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestCatalog.CLOCK;
import static io.patchbay.catalog.sqlite.TestCatalog.patch;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Query;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    Path folder;

    private CatalogException failure() {
        return assertThrows(CatalogException.class, () -> new CatalogService(folder, CLOCK).close());
    }

    private void assertFails(String... parts) {
        String message = String.valueOf(failure().getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"))) {
            Database.execute(connection, sql);
        }
    }

    @Test
    void refusesADatabaseOfAnotherSchema() throws Exception {
        new CatalogService(folder, CLOCK).close();
        execute("PRAGMA user_version = 99");
        assertFails("catalog.db", "schema 99", "newer Patchbay");
        execute("PRAGMA user_version = 1");
        assertFails("catalog.db", "schema 1", "older Patchbay", "another data folder");
    }

    @Test
    void refusesAFileThatIsNoDatabaseAndLeavesItAlone() throws Exception {
        byte[] content = "not a database, but somebody's file; long enough to have a header of one hundred bytes in all"
                .repeat(2)
                .getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("catalog.db"), content);
        assertFails("catalog.db", "not a database", "left as it is");
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("catalog.db")));
    }

    @Test
    void refusesADamagedDatabaseAndLeavesItAlone() throws Exception {
        try (TestCatalog catalog = new TestCatalog(folder)) {
            catalog.commit("a", full("s1"), patch("one"));
        }
        byte[] content = Files.readAllBytes(folder.resolve("catalog.db"));
        Arrays.fill(content, 4096, content.length, (byte) 0x5a);
        Files.write(folder.resolve("catalog.db"), content);
        assertFails("catalog.db", "cannot", "malformed");
        assertArrayEquals(content, Files.readAllBytes(folder.resolve("catalog.db")));
    }

    @Test
    void refusesADatabaseThatIsNotACatalogue() throws Exception {
        execute("CREATE TABLE entry (something)");
        assertFails("catalog.db", "entry");
    }

    @Test
    void refusesAFolderThatIsAFile() throws Exception {
        Files.createFile(folder.resolve("file"));
        CatalogException failure =
                assertThrows(CatalogException.class, () -> new CatalogService(folder.resolve("file"), CLOCK).close());
        assertTrue(String.valueOf(failure.getMessage()).contains("file"), failure.getMessage());
    }

    @Test
    void removesWhatAnEarlierProcessLeftBehind() throws Exception {
        Path left = Files.createDirectories(folder.resolve("work")).resolve("candidate-7.db");
        Files.writeString(left, "half a candidate");
        new CatalogService(folder, CLOCK).close();
        assertFalse(Files.exists(left));
    }

    @Test
    void answersFromAHeldViewButReadsNothingMoreOnceClosed() throws Exception {
        TestCatalog catalog = new TestCatalog(folder);
        catalog.commit("a", full("s1"), patch("one"));
        CatalogView view = catalog.view();
        catalog.close();
        assertEquals(1, view.search(Query.all()).total());
        assertClosed(() -> view.changes(0, 1));
    }

    @Test
    void servesNoViewOnceClosed() throws Exception {
        TestCatalog catalog = new TestCatalog(folder);
        catalog.commit("a", full("s1"), patch("one"));
        catalog.close();
        assertClosed(catalog::view);
        assertClosed(() -> catalog.service().generations(1));
    }

    private static void assertClosed(Executable call) {
        CatalogException failure = assertThrows(CatalogException.class, call);
        assertTrue(String.valueOf(failure.getMessage()).contains("closed"), failure.getMessage());
    }

    /** What was committed last is known all the same, so a sync that finds nothing new does not read them. */
    @Test
    void readsTheEntriesWhenSomebodyAsksForThem() throws Exception {
        try (TestCatalog catalog = new TestCatalog(folder)) {
            catalog.commit("a", full("s1"), patch("one"));
        }
        execute("UPDATE entry SET content = x'01'");
        try (TestCatalog catalog = new TestCatalog(folder)) {
            assertEquals("s1", catalog.service().committed("a").orElseThrow().snapshot());
            CatalogException failure = assertThrows(CatalogException.class, catalog::view);
            assertTrue(String.valueOf(failure.getMessage()).contains("damaged after number 0"), failure.getMessage());
        }
    }

    @Test
    void knowsWhatItWasToldBeforeTheEntriesWereRead() throws Exception {
        try (TestCatalog catalog = new TestCatalog(folder)) {
            catalog.commit("a", full("s1"), patch("one"));
            catalog.restart();
            catalog.service().present(Set.of("b"));
            assertTrue(catalog.entry(patch("one")).providerAbsent());
            catalog.service().present(Set.of("a"));
            assertFalse(catalog.entry(patch("one")).providerAbsent());
        }
    }
}
