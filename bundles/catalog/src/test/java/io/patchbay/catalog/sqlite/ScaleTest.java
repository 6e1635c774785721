package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.delta;
import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Query;
import io.patchbay.model.Update;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaleTest {
    private static final int UPDATES = 20_000;
    private static final int LINE = 10;

    @TempDir
    Path folder;

    /** Lines of ten releases each, of which one update in a hundred has this text. */
    private static List<Update> updates(String text) {
        return IntStream.range(0, UPDATES)
                .mapToObj(i -> TestCatalog.release("P" + i / LINE, "" + i % LINE, i % 100 == 0 ? text : ""))
                .toList();
    }

    @Test
    void writesEachChangeOnceAndNothingForWhatIsUnchanged() throws Exception {
        try (TestCatalog catalog = new TestCatalog(folder)) {
            assertEquals(
                    new ChangeCounts(UPDATES, 0, 0, 0, 0, 0),
                    catalog.commit("a", full("s1"), updates("old"))
                            .orElseThrow()
                            .changes());
            assertRows(1, UPDATES);
            catalog.commit("a", full("s1"), updates("old"));
            assertRows(1, UPDATES);
            assertEquals(
                    new ChangeCounts(0, UPDATES / 100, 0, 0, 0, UPDATES - UPDATES / 100),
                    catalog.commit("a", full("s2"), updates("new"))
                            .orElseThrow()
                            .changes());
            assertRows(2, UPDATES + UPDATES / 100);
            catalog.restart();
            assertEquals(
                    UPDATES / LINE,
                    catalog.view()
                            .search(Query.builder().superseded(false).build())
                            .total());
            assertEquals(
                    new ChangeCounts(1, 0, 1, 0, 0, 0),
                    catalog.commit("a", delta("s3", "x"), TestCatalog.release("P7", "10"))
                            .orElseThrow()
                            .changes());
            assertEquals(List.of("SUPERSEDED P7 9", "ADDED P7 10"), catalog.news());
        }
    }

    private void assertRows(int generations, int revisions) throws Exception {
        Map<String, Integer> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
                Statement statement = connection.createStatement()) {
            for (String counted : List.of(
                    "count(*) FROM generation",
                    "count(*) FROM snapshot",
                    "count(*) FROM document",
                    "sum(entries) FROM entry",
                    "sum(last - first + 1) FROM block",
                    "sum(changes) FROM change")) {
                try (ResultSet result = statement.executeQuery("SELECT " + counted)) {
                    rows.put(counted, result.getInt(1));
                }
            }
        }
        assertEquals(
                Map.of(
                        "count(*) FROM generation", generations,
                        "count(*) FROM snapshot", generations,
                        "count(*) FROM document", generations,
                        "sum(entries) FROM entry", UPDATES,
                        "sum(last - first + 1) FROM block", revisions,
                        "sum(changes) FROM change", revisions),
                rows);
    }
}
