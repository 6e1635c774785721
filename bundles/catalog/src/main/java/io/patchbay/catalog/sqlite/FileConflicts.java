package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.view.Facts;
import io.patchbay.catalog.view.Row;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds files of which providers give different digests by one algorithm. Providers are read side by side, each in the order of the store,
 * so that a block is mostly unpacked once.
 */
final class FileConflicts implements AutoCloseable {
    private final Connection connection;
    private final List<BlockTable> tables = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    private FileConflicts(Connection connection) {
        this.connection = connection;
    }

    /**
     * All among updates of which several providers speak.
     *
     * @param shared what each says of each
     */
    static List<Conflict> find(Connection connection, List<List<Row>> shared) throws SQLException {
        List<List<Row>> sorted = new ArrayList<>(shared);
        sorted.sort(Comparator.comparing(group -> group.get(0).content()));
        try (FileConflicts found = new FileConflicts(connection)) {
            for (List<Row> group : sorted) {
                found.compare(group);
            }
            return found.conflicts;
        }
    }

    private void compare(List<Row> group) throws SQLException {
        DigestsSaid said = new DigestsSaid();
        for (int place = 0; place < group.size(); place++) {
            Row row = group.get(place);
            said.add(row.provider(), Store.files(row, table(place).document(row)));
        }
        Facts facts = group.get(0).facts();
        said.contradictions()
                .forEach((subject, values) -> conflicts.add(new Conflict(facts.id(), facts.title(), subject, values)));
    }

    private BlockTable table(int place) throws SQLException {
        while (tables.size() <= place) {
            tables.add(new BlockTable(connection));
        }
        return tables.get(place);
    }

    @Override
    public void close() throws SQLException {
        for (BlockTable table : tables) {
            table.close();
        }
    }
}
