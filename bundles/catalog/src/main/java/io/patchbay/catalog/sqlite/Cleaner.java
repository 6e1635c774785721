package io.patchbay.catalog.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Drops documents that were replaced long ago: goes through the generations in the order in which they become old, and
 * drops what was replaced in them, a few documents a transaction. The revisions themselves stay, for the change feed.
 */
final class Cleaner {
    /** The most documents that one step drops. */
    static final int STEP = 500;

    /** Only these changes replace documents. All older revisions of the update were replaced before or by them. */
    private static final String REPLACED = "SELECT old.key, old.snapshot FROM change"
            + " JOIN entry ON entry.key = change.entry"
            + " JOIN revision AS new ON new.key = change.revision"
            + " JOIN revision AS old ON old.entry = entry.key AND old.number < new.number"
            + " WHERE change.generation = ? AND kind IN ('CHANGED', 'RESTORED', 'WITHDRAWN')"
            + " AND old.number <= entry.revision - ? AND old.content IS NOT NULL LIMIT ?";

    private static final String UNUSED = "DELETE FROM document WHERE snapshot = ?1"
            + " AND NOT EXISTS (SELECT 1 FROM revision WHERE snapshot = ?1 AND content IS NOT NULL)";

    private final Retention retention;
    private final Instant now;

    /** A document, and the snapshot that it came with. */
    private record Old(long key, long snapshot) {}

    Cleaner(Retention retention, Instant now) {
        this.retention = retention;
        this.now = now;
    }

    /** Works until nothing is left to do or so much is done: documents dropped, and generations gone through. */
    int clean(Connection connection, int most) throws SQLException {
        int done = 0;
        for (long old = nextOld(connection); old > 0 && done < most; old = nextOld(connection)) {
            long generation = old;
            done += 1 + Database.transaction(connection, () -> step(connection, generation));
        }
        return done;
    }

    /** The first generation that is old and was not gone through; 0 if there is none. */
    private long nextOld(Connection connection) throws SQLException {
        String sql =
                "SELECT number FROM generation JOIN cleaned ON number = cleaned.generation + 1 WHERE committed < ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, now.minus(retention.time()).toString());
            ResultSet result = statement.executeQuery();
            return result.next() ? result.getLong(1) : 0;
        }
    }

    private int step(Connection connection, long generation) throws SQLException {
        List<Old> replaced = replaced(connection, generation);
        drop(connection, replaced);
        if (replaced.size() < STEP) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE cleaned SET generation = " + generation);
            }
        }
        return replaced.size();
    }

    private List<Old> replaced(Connection connection, long generation) throws SQLException {
        List<Old> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(REPLACED)) {
            statement.setLong(1, generation);
            statement.setInt(2, retention.revisions());
            statement.setInt(3, STEP);
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                found.add(new Old(result.getLong(1), result.getLong(2)));
            }
        }
        return found;
    }

    private static void drop(Connection connection, List<Old> replaced) throws SQLException {
        Set<Long> snapshots = new TreeSet<>();
        for (Old old : replaced) {
            update(connection, "UPDATE revision SET content = NULL WHERE key = ?", old.key());
            update(connection, "DELETE FROM searchable WHERE rowid = ?", old.key());
            snapshots.add(old.snapshot());
        }
        for (long snapshot : snapshots) {
            update(connection, UNUSED, snapshot);
        }
    }

    private static void update(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            statement.executeUpdate();
        }
    }
}
