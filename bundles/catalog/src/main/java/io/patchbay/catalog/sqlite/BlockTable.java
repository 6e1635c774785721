package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.view.Row;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The table of all revisions, in blocks. Used with one connection, by one thread. */
final class BlockTable implements AutoCloseable {
    private final PreparedStatement put;
    private final PreparedStatement find;
    private @Nullable Block latest;
    private byte @Nullable [] unpacked;

    BlockTable(Connection connection) throws SQLException {
        put = connection.prepareStatement(
                "INSERT OR REPLACE INTO block (last, first, snapshot, heads, documents) VALUES (?, ?, ?, ?, ?)");
        find = connection.prepareStatement(
                "SELECT first, snapshot, heads, documents FROM block WHERE last >= ? ORDER BY last LIMIT 1");
    }

    /** Adds a block, or replaces it. */
    void put(Block block) throws SQLException {
        latest = null;
        put.setInt(1, block.last());
        put.setInt(2, block.first());
        put.setLong(3, block.snapshot());
        put.setBytes(4, block.heads());
        put.setBytes(5, block.isEmpty() ? null : block.documents());
        put.executeUpdate();
    }

    /** The block that has the revision of this key. */
    Block of(int key) throws SQLException {
        if (latest == null || key < latest.first() || key > latest.last()) {
            latest = read(key);
            unpacked = null;
        }
        return latest;
    }

    /** The document of a row, until one of another block is asked for. */
    ByteBuffer document(Row row) throws SQLException {
        Block block = of(row.content());
        int length = block.head(row.content()).length();
        if (length == 0) {
            throw new CatalogException("the document of revision " + row.revision() + " of update "
                    + row.facts().id() + " was replaced long ago and is no longer kept");
        }
        unpacked = unpacked == null ? block.unpacked() : unpacked;
        return ByteBuffer.wrap(unpacked, block.start(row.content()), length);
    }

    private Block read(int key) throws SQLException {
        find.setInt(1, key);
        try (ResultSet result = find.executeQuery()) {
            if (!result.next()) {
                throw new CatalogException("the catalogue has no revision " + key);
            }
            byte[] documents = result.getBytes(4);
            return Block.of(
                    result.getInt(1),
                    result.getLong(2),
                    result.getBytes(3),
                    documents == null ? new byte[0] : documents);
        }
    }

    @Override
    public void close() throws SQLException {
        put.close();
        find.close();
    }
}
