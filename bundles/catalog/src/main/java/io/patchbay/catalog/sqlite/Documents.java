package io.patchbay.catalog.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.patchbay.catalog.Advice;
import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.Details;
import io.patchbay.catalog.Provenance;
import io.patchbay.catalog.Statement;
import io.patchbay.catalog.view.Advised;
import io.patchbay.catalog.view.AdvisoryFacts;
import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.Row;
import io.patchbay.catalog.view.View;
import io.patchbay.feeds.UpdateJson;
import io.patchbay.model.Advisory;
import io.patchbay.model.Part;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What providers and advisories say of updates, as it is stored, with where it is from. What was read lately is kept decoded. */
final class Documents {
    private static final int CACHED_BYTES = 16 << 20;

    private final Database database;
    private final Cache<Integer, Document> updates = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((Integer key, Document document) -> document.size())
            .build();

    private final Cache<ContentHash, Whole> advisories = Caffeine.newBuilder()
            .maximumWeight(CACHED_BYTES)
            .weigher((ContentHash hash, Whole whole) -> whole.size())
            .build();

    /**
     * A decoded revision.
     *
     * @param size of its JSON, in bytes
     */
    private record Document(int size, Update update, SortedMap<Part, Provenance> provenance) {}

    /**
     * A decoded advisory.
     *
     * @param size of its JSON, in bytes
     */
    private record Whole(int size, Advisory advisory, List<Provenance> provenance) {}

    Documents(Database database) {
        this.database = database;
    }

    /** Everything about the update of a row. */
    Details details(View view, Row row) {
        UpdateId id = row.facts().id();
        List<Statement> said = statements(view.said(id));
        return MergedUpdate.details(view.entry(row), said, statements(view.heard(id)), advice(view, row));
    }

    private List<Statement> statements(List<Row> rows) {
        return rows.stream().map(this::statement).toList();
    }

    private Statement statement(Row row) {
        Document document = updates.get(row.content(), key -> document(row));
        return new Statement(row.provider(), row.state(), row.revision(), document.update(), document.provenance());
    }

    private Document document(Row row) {
        return database.read("read update " + row.facts().id(), connection -> document(connection, row));
    }

    private static Document document(Connection connection, Row row) throws SQLException {
        try (BlockTable blocks = new BlockTable(connection)) {
            ByteBuffer json = blocks.document(row);
            Update update = decode(row, json);
            long snapshot = blocks.of(row.content()).snapshot();
            Provenance origin = origin(connection, row.provider(), snapshot);
            return new Document(json.remaining(), update, provenance(connection, snapshot, origin, update));
        }
    }

    /** What advisories say of the update of a row. */
    List<Advice> advice(View view, Row row) {
        Advised advised = view.advised(row);
        if (advised == null) {
            return List.of();
        }
        List<Advice> advice = new ArrayList<>();
        for (AdvisoryFacts facts : advised.advisories()) {
            Whole whole = advisories.get(facts.hash(), hash -> whole(facts));
            for (UpdateId id : advised.from()) {
                Row advisedRow = Objects.requireNonNull(view.find(id));
                List<Advisory.Fix> fixes = Advised.fixes(whole.advisory(), advisedRow.facts());
                if (!fixes.isEmpty()) {
                    advice.add(new Advice(facts.provider(), whole.advisory(), id, fixes, whole.provenance()));
                }
            }
        }
        return List.copyOf(advice);
    }

    private Whole whole(AdvisoryFacts facts) {
        return database.read("read advisory " + facts.id(), connection -> whole(connection, facts));
    }

    private static Whole whole(Connection connection, AdvisoryFacts facts) throws SQLException {
        AdvisoryTable.Stored stored = AdvisoryTable.read(connection, facts);
        Provenance origin = origin(connection, facts.provider(), stored.snapshot());
        List<Provenance> provenance = new ArrayList<>();
        for (String document : stored.advisory().documents()) {
            provenance.add(provenance(connection, stored.snapshot(), origin, document));
        }
        return new Whole(stored.length(), stored.advisory(), List.copyOf(provenance));
    }

    private static Update decode(Row row, ByteBuffer json) {
        try {
            byte[] bytes = new byte[json.remaining()];
            json.duplicate().get(bytes);
            return UpdateJson.read(bytes);
        } catch (FeedException e) {
            throw unreadable(row, e);
        }
    }

    static CatalogException unreadable(Row row, FeedException e) {
        return new CatalogException(
                "the stored document of update " + row.facts().id() + " cannot be read: " + e.getMessage(), e);
    }

    private static Provenance origin(Connection connection, String provider, long snapshot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT name FROM snapshot WHERE key = ?")) {
            statement.setLong(1, snapshot);
            return new Provenance(provider, statement.executeQuery().getString(1), "", null, null);
        }
    }

    private static SortedMap<Part, Provenance> provenance(
            Connection connection, long snapshot, Provenance origin, Update update) throws SQLException {
        SortedMap<Part, Provenance> found = new TreeMap<>();
        for (Map.Entry<Part, String> source : update.sources().entrySet()) {
            found.put(source.getKey(), provenance(connection, snapshot, origin, source.getValue()));
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private static Provenance provenance(Connection connection, long snapshot, Provenance origin, String document)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT url, fetched FROM document WHERE snapshot = ? AND name = ?")) {
            statement.setLong(1, snapshot);
            statement.setString(2, document);
            try (ResultSet result = statement.executeQuery()) {
                String url = result.next() ? result.getString(1) : null;
                String fetched = url == null ? null : result.getString(2);
                return new Provenance(origin.provider(), origin.snapshot(), document, uri(url), instant(fetched));
            }
        }
    }

    private static @Nullable URI uri(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
