package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * The SQLite file: one connection that writes, and a few that read, which WAL lets go on meanwhile. A reader that finds
 * no idle connection opens one; a few are kept.
 */
final class Database implements AutoCloseable {
    private static final int KEPT = 4;
    private static final int BUSY_MILLIS = 10_000;
    private static final int WRITER_CACHE_KIB = 32 * 1024;
    private static final int WAL_KEPT_BYTES = 64 << 20;

    private final Path file;
    private final Connector connector;
    private @Nullable Connection writer;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /** Something to do with a connection. */
    interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /** Something to do in a transaction. */
    interface Steps<T> {
        T run() throws SQLException;
    }

    private Database(Path file, Connector connector, Connection writer) {
        this.file = file;
        this.connector = connector;
        this.writer = writer;
    }

    /** Opens the file, or makes it. A file that cannot be used is left as it is. */
    static Database open(Path file, Connector connector) {
        try {
            return checked(file, connector, connector.connect(file, writerConfig()));
        } catch (SQLException e) {
            throw new CatalogException(
                    "cannot open the catalogue " + file + ", which is left as it is: " + e.getMessage(), e);
        }
    }

    private static Database checked(Path file, Connector connector, Connection writer) throws SQLException {
        try {
            Schema.require(writer);
            return new Database(file, connector, writer);
        } catch (SQLException | CatalogException e) {
            writer.close();
            if (e instanceof CatalogException other) {
                throw new CatalogException("cannot open the catalogue " + file + ": " + other.getMessage(), other);
            }
            throw e;
        }
    }

    private static SQLiteConfig writerConfig() {
        SQLiteConfig config = config();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(-WRITER_CACHE_KIB);
        config.setJournalSizeLimit(WAL_KEPT_BYTES);
        return config;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setTempStore(TempStore.MEMORY);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return config;
    }

    /**
     * Reads; never waits for the writer.
     *
     * @param purpose what for, as in "cannot ..."
     */
    <T> T read(String purpose, Work<T> work) {
        try {
            Connection connection = borrow();
            T result;
            try {
                result = work.run(connection);
            } catch (SQLException | RuntimeException | Error e) {
                connection.close();
                throw e;
            }
            giveBack(connection);
            return result;
        } catch (SQLException e) {
            throw failure(purpose, e);
        }
    }

    /** Uses the connection that writes; the caller sees to it that nobody else does. After a failure, the next one gets another. */
    <T> T write(String purpose, Work<T> work) {
        requireOpen();
        try {
            Connection connection = writer == null ? connector.connect(file, writerConfig()) : writer;
            writer = connection;
            return work.run(connection);
        } catch (RuntimeException | Error e) {
            dropWriter(e);
            throw e;
        } catch (SQLException e) {
            dropWriter(e);
            throw failure(purpose, e);
        }
    }

    /**
     * What a connection thinks of its transaction, and has in its cache, is not to be relied on after a failure of the disk, or for want of
     * memory.
     */
    private void dropWriter(Throwable failure) {
        try {
            closeWriter();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void closeWriter() throws SQLException {
        Connection connection = writer;
        writer = null;
        if (connection != null) {
            connection.close();
        }
    }

    /** Runs the steps as one transaction: all of them, or none. */
    static <T> T transaction(Connection connection, Steps<T> steps) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        try {
            T result = steps.run();
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    /**
     * After some failures SQLite has rolled back by itself, and then complains; the first failure is the one to tell.
     */
    private static void rollBack(Connection connection, Throwable failure) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection borrow() throws SQLException {
        requireOpen();
        Connection connection = idle.poll();
        return connection == null ? connector.connect(file, readerConfig()) : connection;
    }

    private static SQLiteConfig readerConfig() {
        SQLiteConfig config = config();
        config.setReadOnly(true);
        return config;
    }

    private void giveBack(Connection connection) throws SQLException {
        if (idle.size() >= KEPT) {
            connection.close();
            return;
        }
        idle.add(connection);
        if (closed) {
            closeIdle();
        }
    }

    /** Throws a {@link CatalogException} once it is closed. */
    void requireOpen() {
        if (closed) {
            throw new CatalogException("the catalogue " + file + " is closed");
        }
    }

    private CatalogException failure(String purpose, SQLException e) {
        return new CatalogException("cannot " + purpose + " in the catalogue " + file + ": " + e.getMessage(), e);
    }

    private void closeIdle() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            closeIdle();
            closeWriter();
        } catch (SQLException e) {
            throw failure("close everything", e);
        }
    }
}
