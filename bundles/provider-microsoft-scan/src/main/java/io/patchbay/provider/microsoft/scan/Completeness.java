package io.patchbay.provider.microsoft.scan;

import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no shard lacks the fragments of many revisions. Microsoft's files have a core fragment for each, so a shard without them is
 * another one's or cut short in its tables, which have no checksum; its updates would lose title, severity and rules. A few may
 * lack them, and come out with what package.xml says. So may all: a file can be package.xml alone. Not thread-safe.
 */
final class Completeness {
    /** So many of a shard may lack their fragments, and one in a hundred. */
    private static final int TOLERATED = 20;

    private static final int ONE_IN = 100;

    private boolean hasFragments;
    private @Nullable FeedException failure;

    /**
     * Takes a shard into account.
     *
     * @param revisions how many of its revisions count
     * @param bare how many of these have no core fragment
     * @param first the RevisionId of the first of them
     */
    void add(Shard shard, int revisions, int bare, int first) {
        hasFragments |= bare < revisions;
        if (failure == null && bare > TOLERATED && bare > revisions / ONE_IN) {
            failure = new FeedException(
                    ScanFile.NAME,
                    shard.name() + ", revision " + first,
                    "expected a core fragment, which " + bare + " of " + revisions + " revisions lack");
        }
    }

    /** Fails if a shard lacks fragments, of a file that has some. */
    void require() throws FeedException {
        if (hasFragments && failure != null) {
            throw failure;
        }
    }
}
