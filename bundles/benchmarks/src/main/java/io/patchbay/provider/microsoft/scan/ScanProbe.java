package io.patchbay.provider.microsoft.scan;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;

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
        return ScanContents.read(snapshot).shards().size();
    }

    /** Takes the address of a file, and whether an update needs it that a superseded bundle installs. */
    public interface FileUse {
        /** Takes one. */
        void take(String address, boolean superseded);
    }

    /** Reads only what is before the shards, and hands over what it says of all files. */
    public static void files(Snapshot snapshot, FileUse use) throws IOException, FeedException {
        ScanPackage scan = ScanContents.read(snapshot).scan();
        BitSet superseded = supersededFiles(scan);
        for (int file = 0; file < scan.files().size(); file++) {
            use.take(scan.files().url(file), superseded.get(file));
        }
    }

    private static BitSet supersededFiles(ScanPackage scan) {
        PackageColumns columns = scan.columns();
        BitSet files = new BitSet();
        for (int row = 0; row < columns.row(); row++) {
            if (isOfSupersededBundle(scan, row)) {
                IntStream.of(scan.payload(row)).forEach(files::set);
            }
        }
        return files;
    }

    private static boolean isOfSupersededBundle(ScanPackage scan, int row) {
        return links(scan, scan.columns().bundledBy, row).anyMatch(bundle -> isSuperseded(scan, bundle));
    }

    private static boolean isSuperseded(ScanPackage scan, int row) {
        return links(scan, scan.columns().supersededBy, row).anyMatch(scan::isBundle);
    }

    /** The rows that a row links to, as far as the file has them. */
    private static IntStream links(ScanPackage scan, IntRows links, int row) {
        return IntStream.of(links.row(row)).map(scan.order()::find).filter(target -> target >= 0);
    }
}
