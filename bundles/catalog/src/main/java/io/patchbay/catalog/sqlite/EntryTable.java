package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.Row;
import io.patchbay.catalog.view.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The table of what every update is now. */
final class EntryTable {
    private static final int OWN = 8;
    private static final String COLUMNS =
            "key, provider, state, revision, content, hash, first_seen, generation, " + FactsColumns.NAMES;
    private static final String SELECT = "SELECT " + COLUMNS + " FROM entry";

    /**
     * Adds a row, or amends the one of its key. Neither REPLACE nor an assignment of the key would do: for both, SQLite
     * looks through all changes for references to the row.
     */
    static final String PUT = "INSERT INTO entry (" + COLUMNS + ") VALUES ("
            + FactsColumns.marks(OWN + FactsColumns.COUNT) + ") ON CONFLICT (key) DO UPDATE SET " + assignments();

    private EntryTable() {}

    private static String assignments() {
        return Arrays.stream(COLUMNS.split(", "))
                .filter(column -> !column.equals("key"))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
    }

    static void put(PreparedStatement statement, Row row) throws SQLException {
        statement.setInt(1, row.key());
        statement.setString(2, row.provider());
        statement.setString(3, row.state().name());
        statement.setInt(4, row.revision());
        statement.setInt(5, row.content());
        statement.setBytes(6, row.hash().bytes());
        statement.setString(7, row.firstSeen().toString());
        statement.setLong(8, row.generation());
        FactsColumns.bind(statement, OWN + 1, row.facts());
        statement.executeUpdate();
    }

    /** The view of the newest generation. */
    static View view(Connection connection) throws SQLException {
        long generation = highest(connection, "SELECT max(number) FROM generation");
        long contents = highest(connection, "SELECT max(key) FROM revision");
        return View.of(generation, Math.toIntExact(contents), rows(connection));
    }

    private static long highest(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getLong(1);
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Pool pool = new Pool();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SELECT)) {
            while (result.next()) {
                rows.add(row(result, pool));
            }
        }
        return rows;
    }

    private static Row row(ResultSet result, Pool pool) throws SQLException {
        return new Row(
                result.getInt(1),
                pool.text(result.getString(2)),
                State.valueOf(result.getString(3)),
                result.getInt(4),
                result.getInt(5),
                ContentHash.fromBytes(result.getBytes(6)),
                pool.date(result.getString(7)),
                result.getLong(8),
                FactsColumns.read(result, OWN + 1, pool));
    }
}
