package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.Facts;
import io.patchbay.catalog.view.Staged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * What differs in one candidate, in a database file of its own: so memory does not grow with it, no writer waits for
 * it, and a commit copies it within SQLite. The file is nobody's after a crash, so it is neither journalled nor synced.
 */
final class Staging implements AutoCloseable {
    private static final int CACHE_KIB = 4 * 1024;
    private static final int OWN = 5;
    private static final String INSERT = "INSERT INTO staged (entry, hash, content, words, title, " + FactsColumns.NAMES
            + ") VALUES (" + FactsColumns.marks(OWN + FactsColumns.COUNT) + ") ON CONFLICT DO NOTHING";
    private static final String SELECT = "SELECT entry, hash, " + FactsColumns.NAMES + " FROM staged ORDER BY sequence";

    private final Path file;
    private final Connection connection;
    private final PreparedStatement insert;

    private Staging(Path file, Connection connection, PreparedStatement insert) {
        this.file = file;
        this.connection = connection;
        this.insert = insert;
    }

    /** Opens a new one in a file that does not exist yet. */
    static Staging open(Path file) {
        try {
            Connection connection = Database.connect(file, config());
            Schema.run(connection, "candidate.sql");
            Database.execute(connection, "BEGIN");
            return new Staging(file, connection, connection.prepareStatement(INSERT));
        } catch (SQLException e) {
            throw new CatalogException("cannot make the candidate " + file + ": " + e.getMessage(), e);
        }
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.OFF);
        config.setSynchronous(SynchronousMode.OFF);
        config.setCacheSize(-CACHE_KIB);
        return config;
    }

    /**
     * Takes in an update.
     *
     * @param key of the row that it amends; 0 if there is none
     * @return whether it was taken; not if there is one of this id already
     */
    boolean add(int key, ContentHash hash, Facts facts, byte[] packed, String words) {
        try {
            insert.setInt(1, key);
            insert.setBytes(2, hash.bytes());
            insert.setBytes(3, packed);
            insert.setString(4, words);
            insert.setString(5, facts.title());
            FactsColumns.bind(insert, OWN + 1, facts);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new CatalogException("cannot write the candidate " + file + ": " + e.getMessage(), e);
        }
    }

    /** Calls for each update, in the order in which they came. */
    void forEach(Consumer<Staged> action) {
        Pool pool = new Pool();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(SELECT)) {
            while (result.next()) {
                action.accept(staged(result, pool));
            }
        } catch (SQLException e) {
            throw new CatalogException("cannot read the candidate " + file + ": " + e.getMessage(), e);
        }
    }

    private static Staged staged(ResultSet result, Pool pool) throws SQLException {
        return new Staged(
                result.getInt(1), ContentHash.fromBytes(result.getBytes(2)), FactsColumns.read(result, 3, pool));
    }

    /** Writes out what is in memory, so that another connection can read the file. Nothing can be added afterwards. */
    Path seal() {
        try {
            insert.close();
            Database.execute(connection, "COMMIT");
            return file;
        } catch (SQLException e) {
            throw new CatalogException("cannot write the candidate " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            Files.deleteIfExists(file);
        } catch (SQLException | IOException e) {
            throw new CatalogException("cannot remove the candidate " + file + ": " + e.getMessage(), e);
        }
    }
}
