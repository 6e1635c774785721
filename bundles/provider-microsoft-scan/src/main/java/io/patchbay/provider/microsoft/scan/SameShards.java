package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.Member;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** Tells which updates are as they were in the scan file before. The bytes of shards are compared as they lie in the two. Thread-safe. */
final class SameShards implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final ScanContents contents;
    private final Optional<EarlierScan> earlier;
    private final ScanStreams now;
    private final ScanStreams then;

    SameShards(Snapshot snapshot, ScanContents contents, Optional<EarlierScan> earlier) {
        this.contents = contents;
        this.earlier = earlier;
        this.now = new ScanStreams(snapshot);
        this.then = new ScanStreams(earlier.map(EarlierScan::snapshot).orElse(snapshot));
    }

    /** The rows of a shard that did not change; empty if the shard did. */
    Optional<BitSet> unchanged(Shard shard) throws IOException, FeedException {
        if (earlier.isEmpty() || !isSame(shard, earlier.get())) {
            return Optional.empty();
        }
        return earlier.get()
                .shard(shard)
                .map(then -> unchanged(shard, then, earlier.get().scan()));
    }

    private BitSet unchanged(Shard shard, Shard then, ScanPackage before) {
        ScanPackage scan = contents.scan();
        BitSet unchanged = new BitSet();
        for (int row : scan.newestRows(shard)) {
            unchanged.set(row, then.holds(scan.revisionId(row)) && scan.isSame(row, before));
        }
        return unchanged;
    }

    private boolean isSame(Shard shard, EarlierScan before) throws IOException {
        Member member = contents.members().get(contents.member(shard.name()));
        int other = ScanContents.number(before.members(), shard.name());
        if (other < 0 || before.members().get(other).size() != member.size()) {
            return false;
        }
        try {
            return now.read(contents.member(shard.name()), one -> then.read(other, two -> isSame(one, two)));
        } catch (CabinetException | FeedException e) {
            // The damage is for whoever reads the shard to report, if it is in this scan file at all.
            return false;
        }
    }

    private static boolean isSame(InputStream one, InputStream two) throws IOException {
        byte[] first = new byte[BUFFER];
        byte[] second = new byte[BUFFER];
        int length = BUFFER;
        while (length == BUFFER) {
            length = one.readNBytes(first, 0, BUFFER);
            int other = two.readNBytes(second, 0, BUFFER);
            if (!Arrays.equals(first, 0, length, second, 0, other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        now.close();
        then.close();
    }
}
