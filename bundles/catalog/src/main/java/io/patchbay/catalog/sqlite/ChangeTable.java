package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Change.Kind;
import io.patchbay.catalog.view.Plan;
import io.patchbay.catalog.view.Plan.RowChange;
import io.patchbay.catalog.view.Row;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The table of all changes, in pages of one generation each. */
final class ChangeTable {
    private static final int ROWS = 256;

    private ChangeTable() {}

    /**
     * A change as it is stored.
     *
     * @param entry the key of the row
     * @param replaced the key of the revision that it replaced; 0 if the content did not change
     * @param number the number of the revision after the change
     * @param title its title
     */
    record Stored(long generation, int entry, Kind kind, int replaced, int number, String title) {}

    /** Is given changes one after another. */
    interface Reader {
        /** Returns whether it wants more. */
        boolean read(Stored change) throws SQLException;
    }

    /** Writes all changes of a plan. */
    static void write(Connection connection, Plan plan) throws SQLException {
        PageWriter page = new PageWriter();
        List<RowChange> changes = plan.changes();
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO change (generation, last, changes, content) VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < changes.size(); i++) {
                RowChange change = changes.get(i);
                write(page, change, plan.replaced(change.row()));
                if ((i + 1) % ROWS == 0 || i == changes.size() - 1) {
                    statement.setLong(1, plan.after().generation());
                    statement.setInt(2, change.row().key());
                    statement.setInt(3, i % ROWS + 1);
                    statement.setBytes(4, page.page());
                    statement.executeUpdate();
                }
            }
        }
    }

    private static void write(PageWriter page, RowChange change, int replaced) {
        Row row = change.row();
        page.number(row.key());
        page.text(change.kind().name());
        page.number(replaced);
        page.number(row.revision());
        page.ownText(row.facts().title());
    }

    /** Reads the changes after that of an entry in a generation, in the order of generations and keys. */
    static void read(Connection connection, long generation, int entry, Reader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT generation, content FROM change"
                + " WHERE (generation, last) > (?, ?) ORDER BY generation, last")) {
            statement.setLong(1, generation);
            statement.setInt(2, entry);
            ResultSet result = statement.executeQuery();
            Reader after =
                    change -> (change.generation() == generation && change.entry() <= entry) || reader.read(change);
            boolean wanted = true;
            while (wanted && result.next()) {
                wanted = read(result.getLong(1), result.getBytes(2), after);
            }
        }
    }

    private static boolean read(long generation, byte[] content, Reader reader) throws SQLException {
        PageReader page = new PageReader(content, new Pool());
        boolean wanted = true;
        while (wanted && page.hasMore()) {
            wanted = reader.read(new Stored(
                    generation,
                    page.number(),
                    Kind.valueOf(page.text()),
                    page.number(),
                    page.number(),
                    page.ownText()));
        }
        return wanted;
    }
}
