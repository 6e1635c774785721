package io.patchbay.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is in a catalogue's database, and whether anybody wrote to it. */
final class CatalogRows implements AutoCloseable {
    private static final List<String> COUNTS = List.of(
            "sum(entries) FROM entry",
            "sum(last - first + 1) FROM block",
            "sum(changes) FROM change",
            "count(*) FROM generation");

    private final Connection connection;

    CatalogRows(Path data) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("catalog.db"));
    }

    /** How many entries, revisions, changes and generations there are. */
    List<Long> count() throws SQLException {
        List<Long> counts = new ArrayList<>();
        for (String count : COUNTS) {
            counts.add(number("SELECT " + count));
        }
        return counts;
    }

    /** Changes with every commit of another connection. */
    long version() throws SQLException {
        return number("PRAGMA data_version");
    }

    private long number(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
