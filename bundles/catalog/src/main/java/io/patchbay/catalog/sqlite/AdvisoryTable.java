package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.view.Advisories;
import io.patchbay.catalog.view.AdvisoryFacts;
import io.patchbay.catalog.view.AdvisoryFacts.Fix;
import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.Plan;
import io.patchbay.catalog.view.Threat;
import io.patchbay.feeds.AdvisoryJson;
import io.patchbay.model.Advisory;
import io.patchbay.model.Severity;
import io.patchbay.spi.FeedException;
import java.nio.BufferUnderflowException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The table of the advisories as they are now. */
final class AdvisoryTable {
    private AdvisoryTable() {}

    /**
     * An advisory, and the snapshot that brought it.
     *
     * @param length of its document, in bytes
     */
    record Stored(Advisory advisory, long snapshot, int length) {}

    /** Writes what a plan changes. */
    static void write(Connection connection, Plan plan, long snapshot, Staging staging) throws SQLException {
        Advisories before = plan.before().advisories();
        for (AdvisoryFacts advisory : plan.advisories().dropped()) {
            end(connection, advisory, plan.after().generation());
        }
        for (AdvisoryFacts advisory : plan.advisories().put()) {
            AdvisoryFacts replaced = before.find(advisory.provider(), advisory.id());
            if (replaced != null) {
                end(connection, replaced, plan.after().generation());
            }
        }
        put(connection, plan.advisories().put(), snapshot, staging);
    }

    private static void end(Connection connection, AdvisoryFacts advisory, long generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE advisory SET gone = ? WHERE provider = ? AND id = ? AND sha256 = ?")) {
            statement.setLong(1, generation);
            statement.setString(2, advisory.provider());
            statement.setString(3, advisory.id());
            statement.setBytes(4, advisory.hash().bytes());
            statement.executeUpdate();
        }
    }

    private static void put(Connection connection, List<AdvisoryFacts> advisories, long snapshot, Staging staging)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT OR REPLACE INTO advisory (provider, id, sha256, snapshot, facts, length, content)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            PageWriter page = new PageWriter();
            for (AdvisoryFacts advisory : advisories) {
                statement.setString(1, advisory.provider());
                statement.setString(2, advisory.id());
                statement.setBytes(3, advisory.hash().bytes());
                statement.setLong(4, snapshot);
                statement.setBytes(5, facts(page, advisory));
                statement.setInt(6, staging.length(advisory));
                statement.setBytes(7, staging.document(advisory));
                statement.executeUpdate();
            }
        }
    }

    private static byte[] facts(PageWriter page, AdvisoryFacts advisory) {
        page.text(String.join("\n", advisory.cves()));
        FactsForm.write(page, advisory.threat());
        for (Fix fix : advisory.fixes()) {
            page.text(fix.kb());
            page.text(fix.product());
            page.text(fix.severity().name());
            page.text(String.join("\n", fix.supersededKbs()));
        }
        return page.page();
    }

    /** Those that are neither replaced nor dropped. */
    static Advisories read(Connection connection) throws SQLException {
        List<AdvisoryFacts> advisories = new ArrayList<>();
        Pool pool = new Pool();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT provider, id, sha256, facts FROM advisory WHERE gone IS NULL");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                ContentHash hash = ContentHash.of(result.getBytes(3));
                advisories.add(
                        facts(pool.text(result.getString(1)), result.getString(2), hash, result.getBytes(4), pool));
            }
        }
        return Advisories.of(advisories);
    }

    private static AdvisoryFacts facts(String provider, String id, ContentHash hash, byte[] facts, Pool pool) {
        try {
            PageReader page = new PageReader(facts, pool);
            List<String> cves = pool.lines(page.text());
            Threat threat = FactsForm.threat(page);
            List<Fix> fixes = new ArrayList<>();
            while (page.hasMore()) {
                fixes.add(new Fix(page.text(), page.text(), Severity.valueOf(page.text()), pool.lines(page.text())));
            }
            return new AdvisoryFacts(provider, id, hash, cves, threat, List.copyOf(fixes));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new CatalogException("advisory " + id + " of the catalogue is damaged", e);
        }
    }

    /** The whole of an advisory. */
    static Stored read(Connection connection, AdvisoryFacts advisory) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT snapshot, length, content FROM advisory WHERE provider = ? AND id = ? AND sha256 = ?")) {
            statement.setString(1, advisory.provider());
            statement.setString(2, advisory.id());
            statement.setBytes(3, advisory.hash().bytes());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new CatalogException(
                            "advisory " + advisory.id() + " was replaced long ago and is no longer kept");
                }
                byte[] json = Packing.unpack(result.getBytes(3), result.getInt(2));
                return new Stored(AdvisoryJson.read(json), result.getLong(1), json.length);
            }
        } catch (FeedException e) {
            throw new CatalogException(
                    "the stored document of advisory " + advisory.id() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The first generation in which one of those that are still kept was replaced or dropped; 0 if there is none. */
    static long oldestGone(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT min(gone) FROM advisory WHERE gone IS NOT NULL");
                ResultSet result = statement.executeQuery()) {
            return result.getLong(1);
        }
    }

    /** Drops those that were replaced or dropped before a generation; returns the snapshots that brought them. */
    static Set<Long> clean(Connection connection, long generation) throws SQLException {
        Set<Long> snapshots = new TreeSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM advisory WHERE gone < ? RETURNING snapshot")) {
            statement.setLong(1, generation);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    snapshots.add(result.getLong(1));
                }
            }
        }
        return snapshots;
    }
}
