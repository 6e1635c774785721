package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.view.Plan;
import io.patchbay.catalog.view.Plan.RowChange;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.catalog.view.Row;
import io.patchbay.catalog.view.View;
import java.nio.BufferUnderflowException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The table of what every update is now: all that a start reads. Page n has the keys from n * {@link #ROWS} + 1. */
final class EntryTable {
    /** How many rows a page has: a start reads few pages, and an amendment writes few rows that did not change. */
    static final int ROWS = 32;

    private EntryTable() {}

    /** Writes the pages of what changes. */
    static void write(Connection connection, Plan plan) throws SQLException {
        PageWriter writer = new PageWriter();
        int last = -1;
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT OR REPLACE INTO entry (page, entries, content) VALUES (?, ?, ?)")) {
            for (RowChange change : plan.changes()) {
                int page = (change.row().key() - 1) / ROWS;
                if (page != last) {
                    statement.setInt(1, page);
                    statement.setInt(2, Math.min(ROWS, plan.after().size() - page * ROWS));
                    statement.setBytes(3, page(writer, page, plan.after()));
                    statement.executeUpdate();
                    last = page;
                }
            }
        }
    }

    private static byte[] page(PageWriter writer, int page, View view) {
        int end = Math.min(view.size(), (page + 1) * ROWS);
        for (int key = page * ROWS + 1; key <= end; key++) {
            write(writer, view.said(key));
        }
        return writer.page();
    }

    private static void write(PageWriter page, Row row) {
        page.text(row.provider());
        page.text(row.state().name());
        page.number(row.revision());
        page.number(row.content());
        page.hash(row.hash());
        page.text(row.firstSeen().toString());
        page.number(row.generation());
        FactsForm.write(page, row.facts());
    }

    /** The view of the newest generation. */
    static View view(Connection connection, Ranking ranking) throws SQLException {
        long generation = generation(connection);
        long contents = number(connection, "SELECT max(last) FROM block");
        return View.of(
                generation, Math.toIntExact(contents), ranking, rows(connection), AdvisoryTable.read(connection));
    }

    /** The number of the newest generation; 0 if there is none. */
    static long generation(Connection connection) throws SQLException {
        return number(connection, "SELECT max(number) FROM generation");
    }

    /** How many entries there are. */
    static long count(Connection connection) throws SQLException {
        return number(connection, "SELECT sum(entries) FROM entry");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getLong(1);
        }
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Pool pool = new Pool();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT content FROM entry ORDER BY page")) {
            while (result.next()) {
                read(rows, result.getBytes(1), pool);
            }
            return rows;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | DateTimeException e) {
            throw new CatalogException("the entries of the catalogue are damaged after number " + rows.size(), e);
        }
    }

    private static void read(List<Row> rows, byte[] content, Pool pool) {
        PageReader page = new PageReader(content, pool);
        while (page.hasMore()) {
            rows.add(row(rows.size() + 1, page, pool));
        }
    }

    private static Row row(int key, PageReader page, Pool pool) {
        return new Row(
                key,
                page.text(),
                State.valueOf(page.text()),
                page.number(),
                page.number(),
                page.hash(),
                Objects.requireNonNull(pool.date(page.text())),
                page.bigNumber(),
                FactsForm.read(page, pool));
    }
}
