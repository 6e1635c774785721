package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.Sha256;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a shard that count, beside what was noted of them: which of them are as they were, and what is to be noted now. Not
 * thread-safe.
 */
final class ShardComparison {
    private final ScanPackage scan;
    private final Shard shard;
    private final MessageDigest sha256 = Sha256.newDigest();
    private final int[] rows;
    /** What package.xml says of each of the rows. */
    private final HalfSha256[] said;
    /** What fragments each has: at first as they were noted, and null if package.xml said something else. */
    private final @Nullable HalfSha256[] fragments;

    ShardComparison(ScanPackage scan, Shard shard, ShardNotes before) {
        this.scan = scan;
        this.shard = shard;
        this.rows = scan.newestRows(shard);
        this.said = new HalfSha256[rows.length];
        this.fragments = new HalfSha256[rows.length];
        RowDigests digests = new RowDigests(scan);
        for (int i = 0; i < rows.length; i++) {
            said[i] = digests.of(rows[i]);
            fragments[i] = before.fragments(scan.revisionId(rows[i]), said[i]);
        }
    }

    /** The rows of which package.xml says what it said before. */
    BitSet sameRows() {
        BitSet same = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            same.set(rows[i], fragments[i] != null);
        }
        return same;
    }

    /** Looks at the fragments that were read; returns the rows among these that are as they were, fragments included. */
    BitSet compare(ShardReader reader) {
        BitSet same = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            if (!reader.isSpared(rows[i])) {
                HalfSha256 read = digest(reader.fragments(rows[i]));
                same.set(rows[i], read.equals(fragments[i]));
                fragments[i] = read;
            }
        }
        return same;
    }

    /** Of the names and bytes of fragments, in their order. */
    private HalfSha256 digest(Fragments read) {
        for (Fragment fragment : read.all()) {
            byte[] name = fragment.member().getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(name.length)
                    .putInt(fragment.length())
                    .flip());
            sha256.update(name);
            fragment.update(sha256);
        }
        return HalfSha256.of(sha256);
    }

    /**
     * What is to be noted.
     *
     * @param bytes those of the shard
     */
    byte[] notes(ShardBytes bytes) {
        ShardNotes.Writer notes = new ShardNotes.Writer(shard.name(), bytes, rows.length);
        for (int i = 0; i < rows.length; i++) {
            notes.add(scan.revisionId(rows[i]), said[i], Objects.requireNonNull(fragments[i]));
        }
        return notes.notes();
    }
}
