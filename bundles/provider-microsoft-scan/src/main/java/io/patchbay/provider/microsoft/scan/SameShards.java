package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/** Compares shards with those of the scan file before, of which the bytes are as they lie in the two. Thread-safe. */
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

    /** The rows of which package.xml says the same as before. */
    BitSet rows() {
        return earlier.map(EarlierScan::same).orElseGet(BitSet::new);
    }

    /** Whether a shard has the same bytes as before. */
    boolean isSame(Shard shard) throws IOException {
        int member = contents.member(shard.name());
        OptionalInt before = before(shard);
        if (before.isEmpty()
                || size(before.getAsInt()) != contents.members().get(member).size()) {
            return false;
        }
        try {
            return now.read(member, one -> then.read(before.getAsInt(), two -> isSame(one, two)));
        } catch (CabinetException | FeedException e) {
            // The damage is for whoever reads the shard to report, if it is in this scan file at all.
            return false;
        }
    }

    /** The number of the member that was the shard before; empty if there was none. */
    private OptionalInt before(Shard shard) {
        int member = earlier.map(scan -> ScanContents.number(scan.members(), shard.name()))
                .orElse(-1);
        return member < 0 ? OptionalInt.empty() : OptionalInt.of(member);
    }

    private long size(int member) {
        return earlier.orElseThrow().members().get(member).size();
    }

    /** The digests of the fragments that a shard had before of the revisions that it has now; empty if it cannot be read. */
    Optional<FragmentDigests> fragments(Shard shard, Effort effort) throws IOException {
        OptionalInt before = before(shard);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        try {
            ShardReader reader = new ShardReader(contents.scan(), shard, new BitSet(), effort);
            return Optional.of(then.read(before.getAsInt(), content -> {
                reader.read(content);
                return reader.digests();
            }));
        } catch (CabinetException | FeedException e) {
            // All of the shard is parsed then.
            return Optional.empty();
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
