package io.patchbay.provider.microsoft.scan;

import io.patchbay.cabinet.CabinetException;
import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.cabinet.Member;
import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the scan file: a cabinet of index.xml, which says what is where, package.cab, which holds package.xml, and the shards.
 *
 * <p>index.xml and package.cab come first in every file seen, so one pass does. Nothing promises it: shards that come before them are
 * read in a second pass.
 */
final class ScanFile {
    static final CabinetLimits LIMITS = CabinetLimits.DEFAULT;
    static final String NAME = MicrosoftScanProvider.SCAN_FILE.name();
    private static final XmlLimits XML = XmlLimits.DEFAULT.withCharacters(1L << 30);

    private final Snapshot snapshot;
    private final UpdateSink sink;
    private final Set<String> read = new HashSet<>();
    private @Nullable ShardIndex index;
    private @Nullable ScanPackage scan;

    ScanFile(Snapshot snapshot, UpdateSink sink) {
        this.snapshot = snapshot;
        this.sink = sink;
    }

    void read() throws IOException, FeedException {
        try {
            pass();
            if (!isComplete()) {
                pass();
            }
        } catch (CabinetException e) {
            throw new FeedException(NAME, "", "not a cabinet as expected: " + e.getMessage(), e);
        }
        requireComplete();
    }

    private void pass() throws IOException, FeedException {
        try (CabinetReader cabinet = new CabinetReader(NAME, snapshot.open(NAME), LIMITS)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                readMember(member.name(), cabinet.content());
            }
        }
    }

    private void readMember(String name, InputStream content) throws IOException, FeedException {
        if (name.equals("index.xml") && index == null) {
            try (XmlReader xml = Xml.open(content, NAME + "!index.xml", XML)) {
                index = ShardIndex.read(xml);
            }
        } else if (name.equals("package.cab") && scan == null) {
            scan = readPackage(content);
        } else if (index != null && scan != null && !read.contains(name)) {
            readShard(index, scan, name, content);
        }
    }

    private static ScanPackage readPackage(InputStream content) throws IOException, FeedException {
        try (CabinetReader cabinet = new CabinetReader(NAME + "!package.cab", content, LIMITS)) {
            for (Member member = cabinet.next(); member != null; member = cabinet.next()) {
                if (member.name().equals("package.xml")) {
                    try (XmlReader xml = Xml.open(cabinet.content(), NAME + "!package.cab!package.xml", XML)) {
                        return PackageReader.read(xml);
                    }
                }
            }
        }
        throw new FeedException(NAME, "package.cab", "expected a member package.xml");
    }

    private void readShard(ShardIndex index, ScanPackage scan, String name, InputStream content)
            throws IOException, FeedException {
        Optional<Shard> shard = index.shard(name);
        if (shard.isPresent()) {
            read.add(name);
            new ShardReader(scan, shard.get()).read(content, sink);
        }
    }

    private boolean isComplete() {
        return index != null && scan != null && missing(index).isEmpty();
    }

    private List<String> missing(ShardIndex index) {
        return index.shards().stream()
                .map(Shard::name)
                .filter(name -> !read.contains(name))
                .toList();
    }

    private void requireComplete() throws FeedException {
        if (index == null) {
            throw new FeedException(NAME, "", "expected a member index.xml");
        }
        if (scan == null) {
            throw new FeedException(NAME, "", "expected a member package.cab");
        }
        if (!missing(index).isEmpty()) {
            throw new FeedException(
                    NAME, "index.xml", "expected the shards it names, but these are missing: " + missing(index));
        }
    }
}
