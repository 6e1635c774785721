package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.Member;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What must be known of the snapshot before to tell what has not changed since.
 *
 * @param members of its scan file
 * @param rows the digests of what its package.xml says of each revision
 */
record EarlierScan(Snapshot snapshot, List<Member> members, Ids rows) {
    /** The one before a snapshot; empty if there is none. */
    static Optional<EarlierScan> before(Snapshot snapshot) throws IOException {
        Optional<Snapshot> previous = snapshot.previous();
        return previous.isEmpty() ? Optional.empty() : read(previous.get());
    }

    private static Optional<EarlierScan> read(Snapshot snapshot) throws IOException {
        try {
            ScanContents contents = ScanContents.read(snapshot);
            return Optional.of(new EarlierScan(snapshot, contents.members(), RowDigest.all(contents)));
        } catch (CabinetException | FeedException e) {
            // It was whole once. Whatever became of it, the snapshot after it says everything by itself.
            return Optional.empty();
        }
    }
}
