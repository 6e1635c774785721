package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanerTest {
    private static final Duration TEN_DAYS = Duration.ofDays(10);

    @TempDir
    Path folder;

    private CatalogService at(int day, int revisions) {
        Clock clock = Clock.fixed(TestCatalog.CLOCK.instant().plus(Duration.ofDays(day)), ZoneOffset.UTC);
        return new CatalogService(folder, clock, new Retention(revisions, TEN_DAYS), new Ranking(List.of()));
    }

    private void commit(int day, int revisions, List<Update> updates) throws FeedException {
        try (CatalogService catalog = at(day, revisions)) {
            commit(catalog, "day " + day, updates);
        }
    }

    private static void commit(CatalogService catalog, String name, List<Update> updates) throws FeedException {
        try (Candidate candidate = catalog.begin("a", delta(name, name), name)) {
            for (Update update : updates) {
                candidate.add(update);
            }
            candidate.commit();
        }
    }

    private static List<Update> release(String text) {
        return List.of(TestCatalog.release("P", "1", text));
    }

    /** How many documents of updates are kept, how many texts are searched, and how many documents of snapshots. */
    private List<Integer> kept() throws SQLException {
        return List.of(kept(1, Integer.MAX_VALUE), count("searchable_docsize"), count("document"));
    }

    /** How many documents are kept of the revisions with these keys. */
    private int kept(int from, int to) throws SQLException {
        int kept = 0;
        for (Block block : blocks()) {
            for (int key = Math.max(from, block.first()); key <= Math.min(to, block.last()); key++) {
                kept += block.head(key).length() > 0 ? 1 : 0;
            }
        }
        return kept;
    }

    private List<Block> blocks() throws SQLException {
        List<Block> blocks = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                BlockTable table = new BlockTable(connection)) {
            int last = count("block") == 0 ? 0 : number("max(last) FROM block");
            for (int key = 1; key <= last; key = blocks.get(blocks.size() - 1).last() + 1) {
                blocks.add(table.of(key));
            }
        }
        return blocks;
    }

    private int count(String what) throws SQLException {
        return number("count(*) FROM " + what);
    }

    private int number(String what) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT " + what)) {
            return result.getInt(1);
        }
    }

    @Test
    void dropsWhatWasReplacedLongAgo() throws Exception {
        commit(0, 1, release("first"));
        commit(5, 1, release("second"));
        commit(14, 1, List.of(TestCatalog.patch("other")));
        assertEquals(List.of(3, 3, 3), kept());
        commit(16, 1, List.of(TestCatalog.patch("one more")));
        assertEquals(List.of(3, 3, 3), kept());
        assertEquals(4, number("max(last) FROM block"));
        try (CatalogService catalog = at(16, 1)) {
            assertEquals(4, catalog.view().changes(0, 100).size());
            assertEquals(0, found(catalog, "first"));
            assertEquals(1, found(catalog, "second"));
            assertEquals(
                    "second",
                    catalog.view()
                            .details(release("").get(0).id())
                            .orElseThrow()
                            .update()
                            .description()
                            .texts()
                            .get("en")
                            .description());
        }
    }

    private long found(String text) {
        try (CatalogService catalog = at(0, 1)) {
            return found(catalog, text);
        }
    }

    private static long found(CatalogService catalog, String text) {
        return catalog.view().search(Query.builder().text(text).build()).total();
    }

    @Test
    void keepsTheNewestRevisionsHoweverOld() throws Exception {
        for (int day = 0; day < 5; day++) {
            commit(day, 3, release("text " + day));
        }
        commit(100, 3, List.of(TestCatalog.patch("other")));
        assertEquals(4, kept().get(0));
        assertEquals(0, kept(1, 2));
    }

    @Test
    void catchesUpInSteps() throws Exception {
        int many = 3 * Cleaner.STEP;
        for (String text : List.of("old", "new")) {
            commit(
                    0,
                    1,
                    IntStream.range(0, many)
                            .mapToObj(i -> TestCatalog.release("P" + i, "1", text))
                            .toList());
        }
        int before = 2 * many;
        for (int day = 20; count("cleaned WHERE (generation, entry) >= (2, " + many + ")") == 0; day++) {
            commit(day, 1, List.of(TestCatalog.patch("day " + day)));
            int after = kept().get(0);
            assertTrue(before - after <= 2 * Cleaner.STEP, before + " to " + after);
            before = after + 1;
        }
        assertEquals(0, kept(1, many));
        assertEquals(many, kept(many + 1, 2 * many));
        assertEquals(many, found("new"));
        assertEquals(0, found("old"));
        assertEquals("ok", integrity());
    }

    private String integrity() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }

    @Test
    void saysThatADocumentIsNoLongerKept() throws Exception {
        commit(0, 1, release("first"));
        try (CatalogService catalog = at(50, 1)) {
            CatalogView held = catalog.view();
            commit(catalog, "s2", release("second"));
            commit(60 + 20, 1, List.of(TestCatalog.patch("other")));
            var id = release("").get(0).id();
            String message =
                    assertThrows(CatalogException.class, () -> held.details(id)).getMessage();
            assertTrue(message.contains("replaced long ago"), message);
        }
    }
}
