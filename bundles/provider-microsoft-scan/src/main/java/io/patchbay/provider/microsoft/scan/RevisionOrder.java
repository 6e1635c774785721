package io.patchbay.provider.microsoft.scan;

import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import java.util.Arrays;

/** The rows of a package in the order of their RevisionIds, which are local to one scan file. */
final class RevisionOrder {
    /** RevisionId in the upper half, row in the lower. */
    private final long[] sorted;

    /** Refuses a RevisionId that two rows have, with {@link IllegalArgumentException}. */
    RevisionOrder(Ints revisionIds) {
        sorted = new long[revisionIds.size()];
        for (int row = 0; row < sorted.length; row++) {
            sorted[row] = key(revisionIds.get(row)) | row;
        }
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (revisionId(i) == revisionId(i - 1)) {
                throw new IllegalArgumentException("two updates have the RevisionId " + revisionId(i));
            }
        }
    }

    int size() {
        return sorted.length;
    }

    /** The row at this position of the order. */
    int row(int position) {
        return (int) sorted[position];
    }

    int revisionId(int position) {
        return (int) (sorted[position] >>> 32);
    }

    /** The first position whose RevisionId is not below this one. */
    int position(long revisionId) {
        int found = Arrays.binarySearch(sorted, revisionId << 32);
        return found >= 0 ? found : -found - 1;
    }

    /** The position of a shard's first revision. */
    int first(Shard shard) {
        return position(shard.from());
    }

    /** The position after a shard's last revision. */
    int end(Shard shard) {
        return shard.to() == Long.MAX_VALUE ? size() : position(shard.to());
    }

    /** Whether this RevisionId stands there. */
    boolean isAt(int position, int revisionId) {
        return position < sorted.length && revisionId(position) == revisionId;
    }

    /** The row of this RevisionId; -1 if there is none. */
    int find(int revisionId) {
        int position = position(revisionId);
        return isAt(position, revisionId) ? row(position) : -1;
    }

    private static long key(int revisionId) {
        return (long) revisionId << 32;
    }
}
