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

/**
 * Brings a database to the newest schema: one script a version, each in a transaction that also counts the version up.
 */
final class Schema {
    static final int VERSION = 1;

    private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");

    private Schema() {}

    static void migrate(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new CatalogException(
                    "it has schema " + version + ", made by a newer Patchbay; this one knows schema " + VERSION);
        }
        for (int next = version + 1; next <= VERSION; next++) {
            upgrade(connection, next);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA user_version")) {
            return result.getInt(1);
        }
    }

    private static void upgrade(Connection connection, int version) throws SQLException {
        Database.transaction(connection, () -> {
            run(connection, "schema-" + version + ".sql");
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA user_version = " + version);
            }
            return version;
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
