package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.view.Plan;
import io.patchbay.catalog.view.Plan.RowChange;
import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan as one generation, in one transaction. The documents are copied from the candidate's file within
 * SQLite.
 */
final class GenerationWriter {
    private final Connection connection;
    private final Plan plan;
    private final String provider;
    private final Snapshot snapshot;

    GenerationWriter(Connection connection, Plan plan, String provider, Snapshot snapshot) {
        this.connection = connection;
        this.plan = plan;
        this.provider = provider;
        this.snapshot = snapshot;
    }

    /** Writes all of it; when this returns, it is on the disk. */
    void write(Generation generation, Committed committed, Path candidate) throws SQLException {
        attach(candidate);
        try {
            Database.transaction(connection, () -> {
                long key = writeSnapshot(committed);
                if (plan.newDocuments() > 0) {
                    writeDocuments(key);
                }
                writeGeneration(generation, key);
                writeEntries();
                writeRevisions(key);
                writeChanges(generation.number());
                remember(connection, provider, committed);
                return key;
            });
        } finally {
            Database.execute(connection, "DETACH candidate");
        }
    }

    private void attach(Path candidate) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("ATTACH ? AS candidate")) {
            statement.setString(1, candidate.toAbsolutePath().toString());
            statement.execute();
        }
    }

    private long writeSnapshot(Committed committed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO snapshot (provider, name, extent, anchor, fingerprint) VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, provider);
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
                "INSERT INTO generation (number, committed, snapshot, added, changed, superseded, withdrawn, unchanged)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, generation.number());
            statement.setString(2, generation.committed().toString());
            statement.setLong(3, key);
            statement.setInt(4, generation.changes().added());
            statement.setInt(5, generation.changes().changed());
            statement.setInt(6, generation.changes().superseded());
            statement.setInt(7, generation.changes().withdrawn());
            statement.setInt(8, generation.changes().unchanged());
            statement.executeUpdate();
        }
    }

    private void writeEntries() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EntryTable.PUT)) {
            for (RowChange change : plan.changes()) {
                EntryTable.put(statement, change.row());
            }
        }
    }

    /** The entries are there already, and say which document is whose and by which key. */
    private void writeRevisions(long key) throws SQLException {
        String staged = " FROM candidate.staged CROSS JOIN entry ON entry.id = staged.id AND entry.provider = ?"
                + " ORDER BY sequence";
        try (PreparedStatement documents = connection.prepareStatement(
                        "INSERT INTO revision (key, entry, number, snapshot, title, content)"
                                + " SELECT entry.content, entry.key, revision, ?, title, staged.content" + staged);
                PreparedStatement words = connection.prepareStatement(
                        "INSERT INTO searchable (rowid, words) SELECT entry.content, words" + staged)) {
            documents.setLong(1, key);
            documents.setString(2, provider);
            documents.executeUpdate();
            words.setString(1, provider);
            words.executeUpdate();
        }
    }

    private void writeChanges(long generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO change (generation, entry, kind, revision) VALUES (?, ?, ?, ?)")) {
            for (RowChange change : plan.changes()) {
                statement.setLong(1, generation);
                statement.setInt(2, change.row().key());
                statement.setString(3, change.kind().name());
                statement.setInt(4, change.row().content());
                statement.executeUpdate();
            }
        }
    }

    /** Remembers a provider's last commit. */
    static void remember(Connection connection, String provider, Committed committed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT OR REPLACE INTO provider (id, snapshot, fingerprint, anchor, generation)"
                        + " VALUES (?, ?, ?, ?, ?)")) {
            statement.setString(1, provider);
            statement.setString(2, committed.snapshot());
            statement.setString(3, committed.fingerprint());
            statement.setString(4, committed.anchor().orElse(null));
            statement.setLong(5, committed.generation());
            statement.executeUpdate();
        }
    }
}
