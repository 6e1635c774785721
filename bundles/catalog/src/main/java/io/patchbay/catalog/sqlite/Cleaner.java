package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.sqlite.Block.Head;
import io.patchbay.catalog.sqlite.ChangeTable.Stored;
import io.patchbay.catalog.view.View;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Drops documents that were replaced long ago: goes through the changes in the order in which they become old, and
 * drops what was replaced in them, a few documents a transaction. The revisions themselves stay, for the change feed.
 */
final class Cleaner {
    /** The documents after which a step ends. */
    static final int STEP = 500;

    private static final String UNUSED = "DELETE FROM document WHERE snapshot = ?1"
            + " AND NOT EXISTS (SELECT 1 FROM block WHERE snapshot = ?1 AND documents IS NOT NULL)"
            + " AND NOT EXISTS (SELECT 1 FROM advisory WHERE snapshot = ?1)";

    private final View view;
    private final Retention retention;
    private final Instant now;

    /** Where the cleaning stands: the last change that was gone through. */
    private record Place(long generation, int entry) {}

    /** What one step drops, by key, and where it ends. */
    private record Step(Set<Integer> documents, Place end) {}

    Cleaner(View view, Retention retention, Instant now) {
        this.view = view;
        this.retention = retention;
        this.now = now;
    }

    /** Works until nothing is left to do or so much is done: documents dropped, and steps. */
    int clean(Connection connection, int most) throws SQLException {
        int done = cleanAdvisories(connection);
        Place place = place(connection);
        Step next = next(connection, place);
        while (!next.end().equals(place) && done < most) {
            Step step = next;
            done += 1 + Database.transaction(connection, () -> drop(connection, step));
            place = step.end();
            next = next(connection, place);
        }
        return done;
    }

    private int cleanAdvisories(Connection connection) throws SQLException {
        long oldest = AdvisoryTable.oldestGone(connection);
        long young = oldest == 0 ? 0 : firstYoung(connection, oldest);
        if (oldest >= young) {
            return 0;
        }
        return Database.transaction(connection, () -> {
            Set<Long> snapshots = AdvisoryTable.clean(connection, young);
            for (long snapshot : snapshots) {
                update(connection, UNUSED, snapshot);
            }
            return snapshots.size();
        });
    }

    private static Place place(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT generation, entry FROM cleaned")) {
            return new Place(result.getLong(1), result.getInt(2));
        }
    }

    private Step next(Connection connection, Place start) throws SQLException {
        long young = firstYoung(connection, start.generation());
        Set<Integer> documents = new TreeSet<>();
        Place[] end = {start};
        try (BlockTable blocks = new BlockTable(connection)) {
            ChangeTable.read(connection, start.generation(), start.entry(), change -> {
                if (change.generation() >= young || documents.size() >= STEP) {
                    return false;
                }
                collect(blocks, change, documents);
                end[0] = new Place(change.generation(), change.entry());
                return true;
            });
        }
        return new Step(documents, end[0]);
    }

    /** The first generation, from a given one, that is not old. */
    private long firstYoung(Connection connection, long from) throws SQLException {
        String sql = "SELECT ifnull(min(number), ?1) FROM generation WHERE number >= ?2 AND committed >= ?3";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, Long.MAX_VALUE);
            statement.setLong(2, from);
            statement.setString(3, now.minus(retention.time()).toString());
            return statement.executeQuery().getLong(1);
        }
    }

    /** What a change replaced, and all that was replaced before that. */
    private void collect(BlockTable blocks, Stored change, Set<Integer> documents) throws SQLException {
        int newest = view.said(change.entry()).revision();
        for (int key = change.replaced(); key > 0; ) {
            Head head = blocks.of(key).head(key);
            if (head.length() > 0 && head.number() <= newest - retention.revisions()) {
                documents.add(key);
            }
            key = head.previous();
        }
    }

    private static int drop(Connection connection, Step step) throws SQLException {
        for (int key : step.documents()) {
            update(connection, "DELETE FROM searchable WHERE rowid = ?", key);
        }
        for (long snapshot : dropDocuments(connection, step.documents())) {
            update(connection, UNUSED, snapshot);
        }
        update(connection, "UPDATE cleaned SET generation = ?", step.end().generation());
        update(connection, "UPDATE cleaned SET entry = ?", step.end().entry());
        return step.documents().size();
    }

    /** Drops documents from their blocks; returns the snapshots that brought them. */
    private static Set<Long> dropDocuments(Connection connection, Set<Integer> keys) throws SQLException {
        Set<Long> snapshots = new TreeSet<>();
        try (BlockTable blocks = new BlockTable(connection)) {
            Map<Integer, Set<Integer>> byBlock = new TreeMap<>();
            for (int key : keys) {
                byBlock.computeIfAbsent(blocks.of(key).first(), first -> new HashSet<>())
                        .add(key);
            }
            for (Map.Entry<Integer, Set<Integer>> dropped : byBlock.entrySet()) {
                Block block = blocks.of(dropped.getKey());
                blocks.put(block.without(dropped.getValue()));
                snapshots.add(block.snapshot());
            }
        }
        return snapshots;
    }

    private static void update(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            statement.executeUpdate();
        }
    }
}
