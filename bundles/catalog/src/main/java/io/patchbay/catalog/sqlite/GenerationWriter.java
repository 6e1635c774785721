package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.sqlite.Block.Head;
import io.patchbay.catalog.view.Plan;
import io.patchbay.catalog.view.Row;
import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a plan as one generation, in one transaction. */
final class GenerationWriter {
    private final Connection connection;
    private final Plan plan;
    private final SqliteCandidate candidate;
    private final Snapshot snapshot;

    GenerationWriter(Connection connection, Plan plan, SqliteCandidate candidate) {
        this.connection = connection;
        this.plan = plan;
        this.candidate = candidate;
        this.snapshot = candidate.snapshot();
    }

    /** Writes all of it; when this returns, it is on the disk. */
    void write(Generation generation, Committed committed) throws SQLException {
        Staging staging = candidate.staging();
        Database.transaction(connection, () -> {
            long key = writeSnapshot(committed);
            if (plan.newDocuments() > 0 || !plan.advisories().put().isEmpty()) {
                writeDocuments(key);
            }
            writeGeneration(generation, key);
            EntryTable.write(connection, plan);
            writeRevisions(key, staging);
            ChangeTable.write(connection, plan);
            AdvisoryTable.write(connection, plan, key, staging);
            remember(connection, candidate, committed);
            return key;
        });
    }

    private long writeSnapshot(Committed committed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO snapshot (provider, name, extent, anchor, fingerprint) VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, candidate.provider());
            statement.setString(2, committed.snapshot());
            statement.setString(3, snapshot.extent().name());
            statement.setString(4, committed.anchor().orElse(null));
            statement.setString(5, committed.fingerprint());
            statement.executeUpdate();
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT last_insert_rowid()")) {
            return result.getLong(1);
        }
    }

    private void writeDocuments(long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO document (snapshot, name, url, fetched, sha256) VALUES (?, ?, ?, ?, ?)")) {
            for (Document document : snapshot.documents()) {
                statement.setLong(1, key);
                statement.setString(2, document.name());
                statement.setString(3, withoutCredentials(document.url()));
                statement.setString(
                        4,
                        document.fetched() == null ? null : document.fetched().toString());
                statement.setString(5, document.sha256());
                statement.executeUpdate();
            }
        }
    }

    private static @Nullable String withoutCredentials(@Nullable URI url) {
        return url == null ? null : url.toString().replaceFirst("//[^/?#]*@", "//");
    }

    private void writeGeneration(Generation generation, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO generation (number, committed, snapshot, added, changed, superseded, rated, withdrawn, unchanged)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, generation.number());
            statement.setString(2, generation.committed().toString());
            statement.setLong(3, key);
            statement.setInt(4, generation.changes().added());
            statement.setInt(5, generation.changes().changed());
            statement.setInt(6, generation.changes().superseded());
            statement.setInt(7, generation.changes().rated());
            statement.setInt(8, generation.changes().withdrawn());
            statement.setInt(9, generation.changes().unchanged());
            statement.executeUpdate();
        }
    }

    private void writeRevisions(long key, Staging staging) throws SQLException {
        List<Row> revised = plan.revised();
        int first = plan.before().contents() + 1;
        int done = 0;
        try (BlockTable table = new BlockTable(connection);
                PreparedStatement words =
                        connection.prepareStatement("INSERT INTO searchable (rowid, words) VALUES (?, ?)")) {
            for (int i = 0; i < staging.blocks(); i++) {
                Staging.Texts texts = staging.texts(i);
                List<Head> heads = new ArrayList<>();
                for (int length : texts.lengths()) {
                    Row row = revised.get(done + heads.size());
                    heads.add(new Head(row.revision(), plan.replaced(row), length));
                }
                table.put(new Block(first + done, key, heads, staging.documents(i)));
                writeWords(words, first + done, texts.words());
                done += heads.size();
            }
        }
    }

    private static void writeWords(PreparedStatement statement, int first, List<String> words) throws SQLException {
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isEmpty()) {
                statement.setInt(1, first + i);
                statement.setString(2, words.get(i));
                statement.executeUpdate();
            }
        }
    }

    /** Remembers a provider's last commit, and what the provider noted. */
    static void remember(Connection connection, SqliteCandidate candidate, Committed committed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT OR REPLACE INTO provider (id, snapshot, fingerprint, anchor, generation)"
                        + " VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, candidate.provider());
            statement.setString(2, committed.snapshot());
            statement.setString(3, committed.fingerprint());
            statement.setString(4, committed.anchor().orElse(null));
            statement.setLong(5, committed.generation());
            statement.executeUpdate();
        }
        writeNotes(connection, candidate.provider(), candidate.notes());
    }

    /** What was noted of the snapshot before says nothing of this one, also if nothing is noted of this one. */
    private static void writeNotes(Connection connection, String provider, byte[] notes) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM notes WHERE provider = ?")) {
            delete.setString(1, provider);
            delete.executeUpdate();
        }
        if (notes.length > 0) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO notes (provider, content) VALUES (?, ?)")) {
                insert.setString(1, provider);
                insert.setBytes(2, notes);
                insert.executeUpdate();
            }
        }
    }
}
