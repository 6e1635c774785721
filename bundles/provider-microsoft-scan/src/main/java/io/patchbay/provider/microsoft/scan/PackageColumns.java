package io.patchbay.provider.microsoft.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What package.xml says, as it was read: a column for each fact and a row for each revision, in the order of the document. */
final class PackageColumns {
    /** Ends a group of prerequisites, of which one must be satisfied. */
    static final int END_OF_GROUP = -1;

    final Ids ids = new Ids();
    final FileLocations files = new FileLocations();
    /** By number of an id, whether it is a category, and of which kind. */
    private @Nullable CategoryType[] categoryTypes = new CategoryType[512];

    /** Numbers of ids. */
    final Ints updates = new Ints();

    final Ints revisionNumbers = new Ints();
    final Ints revisionIds = new Ints();
    /** Days since 1970. */
    final Ints created = new Ints();

    final BitSet bundles = new BitSet();
    final List<SortedSet<String>> languages = new ArrayList<>();
    /** Numbers of ids. */
    final IntRows categories = new IntRows();
    /** Numbers of ids, each group with {@link #END_OF_GROUP}. */
    final IntRows prerequisites = new IntRows();
    /** RevisionIds. */
    final IntRows bundledBy = new IntRows();
    /** RevisionIds. */
    final IntRows supersededBy = new IntRows();
    /** Numbers of files. */
    final IntRows payload = new IntRows();
    /** By row, the number of the licence's file in each language. */
    final Map<Integer, SortedMap<String, Integer>> eulas = new HashMap<>();

    /** The row that is being written. */
    int row() {
        return updates.size();
    }

    /** Adds a category to the row that is being written. */
    void addCategory(int id, CategoryType kind) {
        categories.add(id);
        if (kind != CategoryType.OTHER) {
            setKind(id, kind);
        }
    }

    /** Should rows ever contradict each other, the first of the kinds counts, wherever they stand. */
    private void setKind(int id, CategoryType kind) {
        if (id >= categoryTypes.length) {
            categoryTypes = Arrays.copyOf(categoryTypes, Math.max(2 * categoryTypes.length, id + 1));
        }
        CategoryType known = categoryTypes[id];
        if (known == null || kind.compareTo(known) < 0) {
            categoryTypes[id] = kind;
        }
    }

    /** The kind of category that the id is; null if it is none. */
    @Nullable
    CategoryType categoryType(int id) {
        return id < 0 || id >= categoryTypes.length ? null : categoryTypes[id];
    }

    void endRow(int update, int revisionNumber, int revisionId, int createdDay) {
        updates.add(update);
        revisionNumbers.add(revisionNumber);
        revisionIds.add(revisionId);
        created.add(createdDay);
        categories.endRow();
        prerequisites.endRow();
        bundledBy.endRow();
        supersededBy.endRow();
        payload.endRow();
    }
}
