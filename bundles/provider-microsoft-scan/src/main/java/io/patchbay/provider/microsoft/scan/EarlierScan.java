package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.Member;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The scan file that was committed before another one. */
record EarlierScan(Snapshot snapshot, ScanContents contents) {
    /** The one before a snapshot of these contents; empty if there is none. */
    static Optional<EarlierScan> before(Snapshot snapshot, ScanContents now) throws IOException {
        Optional<Snapshot> previous = snapshot.previous();
        return previous.isEmpty() ? Optional.empty() : read(previous.get(), now);
    }

    private static Optional<EarlierScan> read(Snapshot snapshot, ScanContents now) throws IOException {
        try {
            return Optional.of(new EarlierScan(snapshot, ScanContents.read(snapshot, now.document()::readEarlier)));
        } catch (CabinetException | FeedException e) {
            // It was whole once. Whatever became of it, the snapshot after it says everything by itself.
            return Optional.empty();
        }
    }

    List<Member> members() {
        return contents.members();
    }

    /** The shard of the same name; empty if there was none. */
    Optional<Shard> shard(Shard shard) {
        return contents.index().shard(shard.name());
    }

    ScanPackage scan() {
        return contents.scan();
    }
}
