package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.feeds.Parallel;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.List;

/**
 * Reads the scan file: what package.xml says about all revisions first, then the shards with their details, several at once if there are
 * processors. What is as it was noted of the snapshot before is told, and not read.
 */
final class ScanFile {
    static final CabinetLimits LIMITS = CabinetLimits.DEFAULT;
    static final String NAME = MicrosoftScanProvider.SCAN_FILE.name();

    private final Snapshot snapshot;
    private final int mostNoted;
    private final Effort effort;

    ScanFile(Snapshot snapshot, Effort effort) {
        this(snapshot, UpdateSink.MOST_NOTED, effort);
    }

    /**
     * The scan file of a snapshot.
     *
     * @param mostNoted how many bytes are noted at most
     */
    ScanFile(Snapshot snapshot, int mostNoted, Effort effort) {
        this.snapshot = snapshot;
        this.mostNoted = mostNoted;
        this.effort = effort;
    }

    /** As many as there are processors, and as the heap has room for: the shards that are under way are what memory grows with. */
    private static int mostAtOnce() {
        Runtime runtime = Runtime.getRuntime();
        return (int) Math.max(1, Math.min(runtime.availableProcessors(), runtime.maxMemory() / ShardReader.MOST_BYTES));
    }

    void read(UpdateSink sink) throws IOException, FeedException {
        try {
            ScanContents contents = ScanContents.read(snapshot);
            List<Shard> shards = contents.shards();
            int noted = sink.keepsNotes() ? mostNoted : 0;
            try (ShardSource source = new ShardSource(snapshot, contents, noted, effort)) {
                Parallel.Piece<Finding> piece = (number, out) -> source.read(shards.get(number), out);
                Parallel.inOrder(mostAtOnce(), shards.size(), piece, finding -> finding.tell(sink));
                source.requireComplete();
            }
        } catch (CabinetException e) {
            throw new FeedException(NAME, "", "not a cabinet as expected: " + e.getMessage(), e);
        }
    }
}
