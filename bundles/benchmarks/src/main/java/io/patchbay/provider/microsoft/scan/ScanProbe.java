package io.patchbay.provider.microsoft.scan;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;

/** Measures inside the provider, which offers nothing of this to others: it is in the provider's package, on a plain class path. */
public final class ScanProbe {
    private ScanProbe() {}

    /**
     * What a reading took.
     *
     * @param shards how many were decoded
     * @param bytes how many bytes came of them
     * @param fragments how many were parsed
     */
    public record Work(int shards, long bytes, int fragments) {}

    /** Reads a scan file and hands over its updates. */
    public static Work read(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Effort effort = new Effort();
        new ScanFile(snapshot, effort).read(sink);
        return new Work(effort.shardsDecoded.get(), effort.bytesDecoded.get(), effort.fragmentsParsed.get());
    }

    /** Reads only what is before the shards: index.xml and package.xml, into columns. Returns how many shards there are. */
    public static int readPackage(Snapshot snapshot) throws IOException, FeedException {
        return ScanContents.read(snapshot, PackagePair::readAlone).shards().size();
    }
}
