package io.patchbay.catalog.sqlite;

import static io.patchbay.catalog.sqlite.TestSnapshot.full;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Update;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What amending one update in a hundred costs, counted by triggers. */
class AmendmentTest {
    private static final int UPDATES = 1000;

    @TempDir
    Path folder;

    private TestCatalog catalog;

    @BeforeEach
    void fill() throws Exception {
        catalog = new TestCatalog(folder);
        catalog.commit("a", full("s1"), updates("old"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    private static List<Update> updates(String text) {
        return IntStream.range(0, UPDATES)
                .mapToObj(i -> TestCatalog.release("P" + i, "1", i % 100 == 0 ? text : ""))
                .toList();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("catalog.db"));
    }

    @Test
    void writesOnlyThePagesThatChange() throws Exception {
        countWrites();
        catalog.commit("a", full("s2"), updates("new"));
        assertEquals(
                Map.of(
                        "INSERT entry", 10,
                        "INSERT block", 1,
                        "INSERT change", 1,
                        "INSERT generation", 1,
                        "INSERT snapshot", 1,
                        "INSERT document", 1,
                        "INSERT provider", 1),
                writes());
    }

    private void countWrites() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written (what TEXT)");
            for (String table : List.of("entry", "block", "change", "generation", "snapshot", "document", "provider")) {
                for (String action : List.of("INSERT", "UPDATE", "DELETE")) {
                    statement.execute("CREATE TRIGGER " + action + '_' + table + " AFTER " + action + " ON " + table
                            + " BEGIN INSERT INTO written VALUES ('" + action + ' ' + table + "'); END");
                }
            }
        }
    }

    private Map<String, Integer> writes() throws SQLException {
        Map<String, Integer> writes = new TreeMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT what, count(*) FROM written GROUP BY what")) {
            while (result.next()) {
                writes.put(result.getString(1), result.getInt(2));
            }
        }
        return writes;
    }
}
