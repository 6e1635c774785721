package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.feeds.Parallel;
import io.patchbay.feeds.Parallel.Taker;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads the scan file: what package.xml says about all revisions first, then the shards with their details, several at once if there are
 * processors. What is as it was in the snapshot before is told, and not read.
 */
final class ScanFile {
    static final CabinetLimits LIMITS = CabinetLimits.DEFAULT;
    static final String NAME = MicrosoftScanProvider.SCAN_FILE.name();

    private final Snapshot snapshot;
    private final Effort effort;

    ScanFile(Snapshot snapshot, Effort effort) {
        this.snapshot = snapshot;
        this.effort = effort;
    }

    void read(UpdateSink sink) throws IOException, FeedException {
        try {
            Scans scans = open();
            try (ScanStreams streams = new ScanStreams(snapshot);
                    SameShards same = new SameShards(snapshot, scans.now(), scans.earlier())) {
                List<Shard> shards = scans.now().shards();
                Parallel.Piece<Finding> piece =
                        (number, out) -> readShard(scans.now(), shards.get(number), same, streams, out);
                Parallel.inOrder(shards.size(), piece, finding -> finding.tell(sink));
            }
        } catch (CabinetException e) {
            throw new FeedException(NAME, "", "not a cabinet as expected: " + e.getMessage(), e);
        }
    }

    private record Scans(ScanContents now, Optional<EarlierScan> earlier) {}

    private Scans open() throws IOException, FeedException {
        Optional<Snapshot> previous = snapshot.previous();
        if (previous.isEmpty()) {
            return new Scans(ScanContents.read(snapshot, PackagePair::readAlone), Optional.empty());
        }
        PackagePair pair = new PackagePair();
        ScanContents now = ScanContents.read(snapshot, pair::readLater);
        return new Scans(now, EarlierScan.read(previous.get(), now, pair));
    }

    private void readShard(ScanContents contents, Shard shard, SameShards same, ScanStreams streams, Taker<Finding> out)
            throws IOException, FeedException {
        boolean isSame = same.isSame(shard);
        BitSet unchanged = isSame ? same.rows() : new BitSet();
        ShardReader reader = new ShardReader(contents.scan(), shard, unchanged, effort);
        if (!isSame || reader.needsShard()) {
            Optional<FragmentDigests> before = isSame ? Optional.empty() : same.fragments(shard, effort);
            streams.read(contents.member(shard.name()), content -> {
                reader.read(content);
                return shard;
            });
            before.ifPresent(fragments -> reader.spare(same.rows(), fragments));
        }
        reader.handOver(out);
    }
}
