package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Conflict;
import io.patchbay.catalog.view.Row;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
        SortedMap<String, SortedMap<String, SortedSet<String>>> digests = new TreeMap<>();
        for (int place = 0; place < group.size(); place++) {
            Row row = group.get(place);
            for (ContentFile file : Store.files(row, table(place).document(row))) {
                for (Digest digest : file.digests()) {
                    String subject = digest.algorithm().title() + " of " + file.name();
                    digests.computeIfAbsent(subject, key -> new TreeMap<>())
                            .computeIfAbsent(row.provider(), key -> new TreeSet<>())
                            .add(digest.value());
                }
            }
        }
        digests.forEach((subject, values) -> compare(group.get(0), subject, values));
    }

    /** A name can stand for several files, so only what has no digest in common is a contradiction. */
    private void compare(Row row, String subject, SortedMap<String, SortedSet<String>> values) {
        List<SortedSet<String>> said = List.copyOf(values.values());
        for (SortedSet<String> other : said.subList(1, said.size())) {
            if (Collections.disjoint(said.get(0), other)) {
                conflicts.add(new Conflict(row.facts().id(), row.facts().title(), subject, texts(values)));
                return;
            }
        }
    }

    private static SortedMap<String, String> texts(Map<String, SortedSet<String>> values) {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((provider, digests) -> texts.put(provider, String.join(" ", digests)));
        return texts;
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
