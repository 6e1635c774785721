package io.patchbay.catalog.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.Change;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.catalog.view.Row;
import io.patchbay.catalog.view.TextIndex;
import io.patchbay.catalog.view.View;
import io.patchbay.feeds.UpdateJson;
import io.patchbay.model.ContentFile;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What is read from the database: everything that the view does not hold. */
final class Store implements TextIndex {
    private static final int FOUND_BYTES = 4 << 20;
    private static final String GENERATIONS =
            "SELECT number, committed, provider, name, added, changed, superseded, rated, withdrawn, unchanged"
                    + " FROM generation JOIN snapshot ON snapshot.key = generation.snapshot ";

    private final Database database;
    private final Documents documents;
    private final Cache<String, Found> found = Caffeine.newBuilder()
            .maximumWeight(FOUND_BYTES)
            .weigher((String term, Found documents) -> documents.documents().size() / 8 + 100)
            .build();

    /** The documents up to a key in which a term occurs, and perhaps some later ones. Not to be changed. */
    private record Found(BitSet documents, int contents) {
        static final Found NOTHING = new Found(new BitSet(), 0);
    }

    Store(Database database) {
        this.database = database;
        this.documents = new Documents(database);
    }

    /** The view of the newest generation. */
    View view(Ranking ranking) {
        return database.read("read the entries", connection -> EntryTable.view(connection, ranking));
    }

    /** The number of the newest generation; 0 if there is none. */
    long generation() {
        return database.read("read the newest generation", EntryTable::generation);
    }

    /** How many entries the newest generation has. */
    long entries() {
        return database.read("count the entries", EntryTable::count);
    }

    /** What was last committed, by provider. */
    Map<String, Committed> committed() {
        return database.read("read the last commits", Store::committed);
    }

    private static Map<String, Committed> committed(Connection connection) throws SQLException {
        Map<String, Committed> found = new HashMap<>();
        String sql = "SELECT id, snapshot, fingerprint, anchor, generation FROM provider";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                found.put(
                        result.getString(1),
                        new Committed(
                                result.getString(2),
                                result.getString(3),
                                Optional.ofNullable(result.getString(4)),
                                result.getLong(5)));
            }
        }
        return found;
    }

    /** What a provider noted with its last commit. */
    Optional<ByteBuffer> notes(String provider) {
        return database.read("read the notes of " + provider, connection -> notes(connection, provider));
    }

    private static Optional<ByteBuffer> notes(Connection connection, String provider) throws SQLException {
        String sql = "SELECT content FROM notes WHERE provider = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, provider);
            ResultSet result = statement.executeQuery();
            return result.next() ? Optional.of(ByteBuffer.wrap(result.getBytes(1))) : Optional.empty();
        }
    }

    /** The newest generations, newest first. */
    List<Generation> generations(int limit) {
        return database.read("read the generations", connection -> generations(connection, limit));
    }

    private static List<Generation> generations(Connection connection, int limit) throws SQLException {
        List<Generation> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(GENERATIONS + "ORDER BY number DESC LIMIT ?")) {
            statement.setInt(1, limit);
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                found.add(generation(result));
            }
        }
        return found;
    }

    /** The generation of this number; empty if there is none. */
    Optional<Generation> generation(long number) {
        return database.read("read generation " + number, connection -> generation(connection, number));
    }

    private static Optional<Generation> generation(Connection connection, long number) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GENERATIONS + "WHERE number = ?")) {
            statement.setLong(1, number);
            ResultSet result = statement.executeQuery();
            return result.next() ? Optional.of(generation(result)) : Optional.empty();
        }
    }

    private static Generation generation(ResultSet result) throws SQLException {
        ChangeCounts counts = new ChangeCounts(
                result.getInt(5),
                result.getInt(6),
                result.getInt(7),
                result.getInt(8),
                result.getInt(9),
                result.getInt(10));
        return new Generation(
                result.getLong(1),
                Instant.parse(result.getString(2)),
                result.getString(3),
                result.getString(4),
                counts);
    }

    /** The changes after a generation that the view knows of; see {@link io.patchbay.catalog.CatalogView#changes}. */
    List<Change> changes(View view, long since, int limit) {
        return database.read("read the changes", connection -> changes(connection, view, since, limit));
    }

    private static List<Change> changes(Connection connection, View view, long since, int limit) throws SQLException {
        List<Change> found = new ArrayList<>();
        ChangeTable.read(connection, since, Integer.MAX_VALUE, stored -> {
            if (stored.generation() > view.generation() || isFull(found, limit, stored.generation())) {
                return false;
            }
            return found.add(change(stored, view));
        });
        return found;
    }

    private static boolean isFull(List<Change> found, int limit, long generation) {
        return found.size() >= limit && found.get(found.size() - 1).generation() != generation;
    }

    private static Change change(ChangeTable.Stored stored, View view) {
        Row row = view.said(stored.entry());
        return new Change(
                stored.generation(), row.facts().id(), row.provider(), stored.kind(), stored.number(), stored.title());
    }

    /** What was found before holds for ever, since keys are never given twice: only newer documents are searched. */
    @Override
    public BitSet documents(String term, int contents) {
        Found known = found.getIfPresent(term);
        if (known == null || known.contents() < contents) {
            known = search(term, known == null ? Found.NOTHING : known, contents);
            found.put(term, known);
        }
        return known.documents();
    }

    private Found search(String term, Found before, int contents) {
        String sql = "SELECT rowid FROM searchable WHERE searchable MATCH ? AND rowid > ?";
        BitSet documents = find(sql, term, before.contents());
        documents.or(before.documents());
        return new Found(documents, contents);
    }

    private BitSet find(String sql, String term, int after) {
        return database.read("search for \"" + term + '"', connection -> find(connection, sql, term, after));
    }

    private static BitSet find(Connection connection, String sql, String term, int after) throws SQLException {
        BitSet found = new BitSet();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, '"' + term + "\"*");
            statement.setInt(2, after);
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                found.set(result.getInt(1));
            }
        }
        return found;
    }

    /** What providers and advisories contradict each other in; see {@link io.patchbay.catalog.CatalogView#conflicts}. */
    List<Conflict> conflicts(View view) {
        List<Conflict> conflicts = new ArrayList<>(view.conflicts());
        conflicts.addAll(database.read("compare files", connection -> FileConflicts.find(connection, view.shared())));
        conflicts.sort(Comparator.comparing(Conflict::id).thenComparing(Conflict::subject));
        return List.copyOf(conflicts);
    }

    /** What is read update by update. */
    Documents documents() {
        return documents;
    }

    /** Hands over the files of these rows, as far as they have any; see {@link io.patchbay.catalog.CatalogView#files}. */
    void files(View view, BitSet keys, BiConsumer<UpdateId, List<ContentFile>> reader) {
        database.read("read files", connection -> {
            try (BlockTable blocks = new BlockTable(connection)) {
                BitSet documents = view.documentsOf(keys);
                for (int key = documents.nextSetBit(0); key >= 0; key = documents.nextSetBit(key + 1)) {
                    UpdateId id = view.withDocument(key).facts().id();
                    List<ContentFile> files = files(blocks, view.heard(id));
                    if (!files.isEmpty()) {
                        reader.accept(id, files);
                    }
                }
            }
            return keys;
        });
    }

    /** The files that the first provider gives that gives any. */
    private static List<ContentFile> files(BlockTable blocks, List<Row> heard) throws SQLException {
        for (Row row : heard) {
            List<ContentFile> files = files(row, blocks.document(row));
            if (!files.isEmpty()) {
                return files;
            }
        }
        return List.of();
    }

    static List<ContentFile> files(Row row, ByteBuffer document) {
        try {
            return UpdateJson.files(document);
        } catch (FeedException e) {
            throw Documents.unreadable(row, e);
        }
    }
}
