package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.microsoft.PrerequisiteGroup;
import io.patchbay.model.UpdateId;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What package.xml says about all revisions of a scan file. It is in memory while the details of the shards stream by, so it holds
 * numbers; and it never changes, so any number of shards may be joined with it at once.
 */
final class ScanPackage {
    private final PackageColumns columns;
    private final RevisionOrder order;
    private final BitSet newest;
    private final ReverseLinks superseded;
    private final ReverseLinks bundled;

    /** Refuses two revisions of one RevisionId, or of one update and RevisionNumber, with {@link IllegalArgumentException}. */
    ScanPackage(PackageColumns columns) {
        this.columns = columns;
        this.order = new RevisionOrder(columns.revisionIds);
        this.newest = newest(columns);
        this.superseded = new ReverseLinks(columns.supersededBy, order);
        this.bundled = new ReverseLinks(columns.bundledBy, order);
    }

    /** The rows whose update has no row of a higher RevisionNumber. */
    private static BitSet newest(PackageColumns columns) {
        int[] newestRow = new int[columns.ids.size()];
        Arrays.fill(newestRow, -1);
        for (int row = 0; row < columns.row(); row++) {
            int update = columns.updates.get(row);
            if (newestRow[update] < 0 || isNewer(columns, row, newestRow[update])) {
                newestRow[update] = row;
            }
        }
        BitSet rows = new BitSet(columns.row());
        IntStream.of(newestRow).filter(row -> row >= 0).forEach(rows::set);
        return rows;
    }

    private static boolean isNewer(PackageColumns columns, int row, int other) {
        int difference = Integer.compare(columns.revisionNumbers.get(row), columns.revisionNumbers.get(other));
        if (difference == 0) {
            throw new IllegalArgumentException("the RevisionIds " + columns.revisionIds.get(other) + " and "
                    + columns.revisionIds.get(row) + " are the same revision of update "
                    + columns.ids.get(columns.updates.get(row)));
        }
        return difference > 0;
    }

    PackageColumns columns() {
        return columns;
    }

    RevisionOrder order() {
        return order;
    }

    /** Whether the row is its update's highest revision in this file: the only one that counts. */
    boolean isNewest(int row) {
        return newest.get(row);
    }

    /** The newest rows among those of a shard, in the order of their RevisionIds. */
    int[] newestRows(Shard shard) {
        Ints rows = new Ints();
        int end = order.end(shard);
        for (int position = order.first(shard); position < end; position++) {
            if (isNewest(order.row(position))) {
                rows.add(order.row(position));
            }
        }
        return rows.copy(0, rows.size());
    }

    UpdateId id(int row) {
        return columns.ids.get(columns.updates.get(row));
    }

    int revisionId(int row) {
        return columns.revisionIds.get(row);
    }

    int revisionNumber(int row) {
        return columns.revisionNumbers.get(row);
    }

    LocalDate created(int row) {
        return LocalDate.ofEpochDay(columns.created.get(row));
    }

    boolean isBundle(int row) {
        return columns.bundles.get(row);
    }

    boolean isBundled(int row) {
        return columns.bundledBy.start(row) < columns.bundledBy.end(row);
    }

    SortedSet<String> languages(int row) {
        return columns.languages.get(row);
    }

    /**
     * The kind of the category of this id; empty if no update of the file is filed under it, or if package.xml does not say that the row
     * has to do with it. So what becomes of a revision depends on its own row.
     */
    Optional<CategoryType> categoryType(int row, UpdateId id) {
        int category = columns.ids.find(id);
        boolean named = columns.prerequisites.contains(row, category) || columns.categories.contains(row, category);
        return named ? Optional.ofNullable(columns.categoryType(category)) : Optional.empty();
    }

    /** The categories of this kind that the update is filed under, in the order of their ids; those of its bundles if it is filed under none itself. */
    List<UpdateId> categories(int row, CategoryType type) {
        List<UpdateId> found = new ArrayList<>(1);
        addCategories(row, type, found);
        if (found.isEmpty()) {
            IntRows bundles = columns.bundledBy;
            for (int i = bundles.start(row); i < bundles.end(row); i++) {
                addCategories(order.find(bundles.get(i)), type, found);
            }
        }
        return found.size() < 2 ? found : List.copyOf(new TreeSet<>(found));
    }

    private void addCategories(int row, CategoryType type, List<UpdateId> found) {
        if (row < 0) {
            return;
        }
        IntRows categories = columns.categories;
        for (int i = categories.start(row); i < categories.end(row); i++) {
            if (columns.categoryType(categories.get(i)) == type) {
                found.add(columns.ids.get(categories.get(i)));
            }
        }
    }

    /** The prerequisites as package.xml gives them, categories among them. */
    List<PrerequisiteGroup> prerequisites(int row) {
        List<PrerequisiteGroup> groups = new ArrayList<>();
        List<UpdateId> group = new ArrayList<>();
        IntRows numbers = columns.prerequisites;
        for (int i = numbers.start(row); i < numbers.end(row); i++) {
            if (numbers.get(i) == PackageColumns.END_OF_GROUP) {
                groups.add(new PrerequisiteGroup(group, false));
                group.clear();
            } else {
                group.add(columns.ids.get(numbers.get(i)));
            }
        }
        return groups;
    }

    /** The updates of which a revision names this one as superseding it. */
    List<UpdateId> supersedes(int row) {
        return ids(superseded.to(row));
    }

    /** The updates that say that this one bundles them. */
    List<UpdateId> bundles(int row) {
        return ids(bundled.to(row));
    }

    /** In the order of the ids, wherever the rows stand. */
    private List<UpdateId> ids(int[] rows) {
        List<UpdateId> ids = new ArrayList<>(rows.length);
        for (int row : rows) {
            ids.add(id(row));
        }
        Collections.sort(ids);
        return ids;
    }

    FileLocations files() {
        return columns.files;
    }

    /** The numbers of the update's files. */
    int[] payload(int row) {
        return columns.payload.row(row);
    }

    /** The numbers of the files of the licence's text by language; empty if there is no licence to accept. */
    SortedMap<String, Integer> eulas(int row) {
        return columns.eulas.getOrDefault(row, Collections.emptySortedMap());
    }
}
