package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.feeds.Parallel.Taker;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Reads the shards of a scan file, as far as they are not as they were noted. Thread-safe. */
final class ShardSource implements Closeable {
    private final ScanContents contents;
    private final ScanNotes before;
    private final boolean compares;
    private final int mostNoted;
    private final Effort effort;
    private final ScanStreams streams;
    /** Ahead of the others: a shard is compared before it is read, if it is read at all. */
    private final ScanStreams compared;

    private final Queue<FragmentBuffer> buffers = new ConcurrentLinkedQueue<>();
    /** Only the thread knows it that hands over. */
    private final Completeness completeness = new Completeness();

    /** How many bytes were noted; only the thread knows that hands over. */
    private int noted;

    /**
     * The shards of a scan file.
     *
     * @param mostNoted how many bytes are noted at most; 0 if none are kept
     */
    ShardSource(Snapshot snapshot, ScanContents contents, int mostNoted, Effort effort) {
        this.contents = contents;
        this.before = snapshot.notes().map(ScanNotes::read).orElse(ScanNotes.NONE);
        this.compares = mostNoted > 0 || !before.shards().isEmpty();
        this.mostNoted = mostNoted;
        this.effort = effort;
        this.streams = new ScanStreams(snapshot);
        this.compared = new ScanStreams(snapshot);
    }

    void read(Shard shard, Taker<Finding> out) throws IOException, FeedException {
        @Nullable FragmentBuffer idle = buffers.poll();
        FragmentBuffer buffer = idle == null ? new FragmentBuffer() : idle;
        read(shard, new ShardReader(contents.scan(), shard, buffer, effort), out);
        buffer.clear();
        buffers.add(buffer);
    }

    private void read(Shard shard, ShardReader reader, Taker<Finding> out) throws IOException, FeedException {
        Optional<ShardBytes> bytes = compares ? bytes(shard) : Optional.empty();
        if (bytes.isEmpty()) {
            decode(shard, reader);
        } else {
            byte[] notes = compare(shard, reader, bytes.get());
            out.take(sink -> note(notes, sink));
        }
        reader.handOver(out);
        out.take(sink -> reader.report(completeness));
    }

    /** Fails if shards that were read lack what they should have; see {@link Completeness}. */
    void requireComplete() throws FeedException {
        completeness.require();
    }

    /** Reads what is not as it was noted; returns what is to be noted. */
    private byte[] compare(Shard shard, ShardReader reader, ShardBytes bytes) throws IOException, FeedException {
        ShardNotes noted = before.of(shard);
        ShardComparison comparison = new ShardComparison(contents.scan(), shard, noted);
        boolean isSame = noted.bytes().equals(bytes);
        if (isSame) {
            reader.spare(comparison.sameRows());
        }
        if (!isSame || reader.needsShard()) {
            decode(shard, reader);
            reader.spare(comparison.compare(reader));
        }
        return comparison.notes(bytes);
    }

    /** A shard of which there is no room to note anything is read the next time. */
    private void note(byte[] notes, UpdateSink sink) throws FeedException {
        if (notes.length <= mostNoted - noted) {
            noted += notes.length;
            sink.note(notes);
        }
    }

    private void decode(Shard shard, ShardReader reader) throws IOException, FeedException {
        streams.read(contents.member(shard.name()), content -> {
            reader.read(content);
            return shard;
        });
    }

    /** A shard's bytes as they lie in the scan file; empty if it is damaged, which is for who reads it to report. */
    private Optional<ShardBytes> bytes(Shard shard) throws IOException {
        try {
            return Optional.of(compared.read(contents.member(shard.name()), ShardBytes::of));
        } catch (CabinetException | FeedException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        streams.close();
        compared.close();
    }
}
