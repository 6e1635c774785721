package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Makes the tables of a new database, and refuses one that was made with others: what is in it can be synced anew. */
final class Schema {
    /** Counts with every change of the tables, or of the form of what is in them. */
    static final int VERSION = 4;

    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

    private Schema() {}

    static void require(Connection connection) throws SQLException {
        int version = version(connection);
        if (version == 0) {
            create(connection);
        } else if (version != VERSION) {
            String other = version > VERSION ? "a newer" : "an older";
            throw new CatalogException("it has schema " + version + ", made by " + other
                    + " Patchbay; this one knows schema " + VERSION + ": start it on another data folder, and sync");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    private static void create(Connection connection) throws SQLException {
        Database.transaction(connection, () -> {
            run(connection, "schema.sql");
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA user_version = " + VERSION);
            }
            return VERSION;
        });
    }

    /** Runs the statements of a script of this package. */
    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(script)) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> statements(String script) {
        try (InputStream stream = Objects.requireNonNull(Schema.class.getResourceAsStream(script), script)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String[] parts = COMMENT.matcher(text).replaceAll("").split(";");
            return Arrays.stream(parts).filter(part -> !part.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + script, e);
        }
    }
}
