package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.Member;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The scan file that was committed before another one, as far as it must be known.
 *
 * @param same rows of the other one's package.xml of which this one's says the same, with fragments in the shard of the same name
 */
record EarlierScan(Snapshot snapshot, List<Member> members, BitSet same) {
    /** Reads it; empty if that cannot be done. */
    static Optional<EarlierScan> read(Snapshot snapshot, ScanContents now, PackagePair pair) throws IOException {
        try {
            ScanContents then = ScanContents.read(snapshot, pair::readEarlier);
            return Optional.of(new EarlierScan(snapshot, then.members(), same(now, then)));
        } catch (CabinetException | FeedException e) {
            // It was whole once. Whatever became of it, the snapshot after it says everything by itself.
            return Optional.empty();
        }
    }

    private static BitSet same(ScanContents now, ScanContents then) {
        ScanPackage scan = now.scan();
        BitSet same = new BitSet();
        for (Shard shard : now.shards()) {
            Optional<Shard> before = then.index().shard(shard.name());
            for (int row : scan.newestRows(shard)) {
                boolean held = before.isPresent() && before.get().holds(scan.revisionId(row));
                same.set(row, held && scan.isSame(row, then.scan()));
            }
        }
        return same;
    }
}
