package io.patchbay.benchmarks;

import io.patchbay.cabinet.CabinetLimits;
import io.patchbay.cabinet.CabinetReader;
import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.provider.microsoft.scan.MicrosoftScanProvider;
import io.patchbay.provider.microsoft.scan.ScanProbe;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLStreamException;

/**
 * One piece of work as a process of its own, by the provider and the catalogue as they are shipped.
 *
 * <pre>
 * parse SNAPSHOT                   reads all updates and drops them
 * commit SNAPSHOT DATA [BEFORE]    makes them a generation of the catalogue in DATA; nothing if it has this very snapshot;
 *                                  BEFORE is the snapshot that DATA has
 * answer SNAPSHOT DATA OUT         the same, and then asks which files are superseded and needed
 * graph SNAPSHOT OUT               asks the same of package.xml alone, read into columns; nothing is stored
 * follow SNAPSHOT DATA NEXT        commits a snapshot, then the one after it, then that one again, in one process that goes on, as an
 *                                  engine does; then the first once more, and the one after it; for the processor time of each but the
 *                                  last but one
 * open DATA                        opens the catalogue and asks what is offered
 * decode CABINET...                decodes cabinets and drops what is in them
 * package SNAPSHOT                 reads package.xml, and nothing else; twenty times, for the processor time of the best
 * woodstox CABINET                 steps through package.xml in package.cab with the bare library; likewise
 * </pre>
 */
public final class Import {
    private static final FeedProvider PROVIDER = new MicrosoftScanProvider();
    private static final int ROUNDS = 20;

    private Import() {}

    /** Does one of the above and prints what came of it. */
    public static void main(String[] arguments) throws Exception {
        List<Path> paths = List.of(arguments).stream().skip(1).map(Path::of).toList();
        System.out.println(run(arguments[0], paths));
    }

    private static String run(String work, List<Path> paths) throws Exception {
        return switch (work) {
            case "parse" -> "updates=" + parse(SnapshotFolder.open(paths.get(0)));
            case "commit" -> commit(paths);
            case "answer" -> answer(paths);
            case "graph" -> graph(paths);
            case "follow" -> follow(paths);
            case "open" -> open(paths.get(0));
            case "decode" -> "bytes=" + decode(paths);
            case "package" -> "seconds=" + readPackage(SnapshotFolder.open(paths.get(0)));
            case "woodstox" -> "seconds=" + best(() -> woodstox(paths.get(0)));
            default -> throw new IllegalArgumentException("no such work: " + work);
        };
    }

    static long parse(Snapshot snapshot) throws IOException, FeedException {
        AtomicLong count = new AtomicLong();
        PROVIDER.parse(snapshot, update -> count.incrementAndGet());
        return count.get();
    }

    private static String commit(List<Path> paths) throws IOException, FeedException {
        try (CatalogService catalog = new CatalogService(paths.get(1), Clock.systemUTC())) {
            Path now = paths.get(0);
            Snapshot snapshot = paths.size() < 3 ? SnapshotFolder.open(now) : after(catalog, paths.get(2), now);
            return "changes=" + commit(catalog, snapshot).map(Generation::changes);
        }
    }

    /** Makes a snapshot a generation; empty if it changes nothing, at once if the catalogue has this very one. */
    static Optional<Generation> commit(CatalogService catalog, Snapshot snapshot) throws IOException, FeedException {
        String provider = PROVIDER.info().id();
        String fingerprint = snapshot.documents().get(0).sha256();
        Optional<String> committed = catalog.committed(provider).map(Committed::fingerprint);
        if (committed.equals(Optional.of(fingerprint))) {
            return Optional.empty();
        }
        try (Candidate candidate = catalog.begin(provider, snapshot, fingerprint)) {
            PROVIDER.parse(snapshot, new CandidateSink(candidate));
            return candidate.commit();
        }
    }

    private static String answer(List<Path> paths) throws IOException, FeedException {
        try (CatalogService catalog = new CatalogService(paths.get(1), Clock.systemUTC())) {
            commit(catalog, SnapshotFolder.open(paths.get(0)));
            Answer.of(catalog.view()).write(paths.get(2));
            return "answered";
        }
    }

    private static String graph(List<Path> paths) throws IOException, FeedException {
        Answer.of(SnapshotFolder.open(paths.get(0))).write(paths.get(1));
        return "answered";
    }

    private static String follow(List<Path> paths) throws Exception {
        Path first = paths.get(0);
        Path second = paths.get(2);
        try (CatalogService catalog = new CatalogService(paths.get(1), Clock.systemUTC())) {
            double full = seconds(() -> commit(catalog, SnapshotFolder.open(first)));
            double next = seconds(() -> commit(catalog, after(catalog, first, second)));
            double again = seconds(() -> commit(catalog, after(catalog, first, second)));
            commit(catalog, after(catalog, second, first));
            double later = seconds(() -> commit(catalog, after(catalog, first, second)));
            return String.format(Locale.ROOT, "full=%.2f%nnext=%.2f%nagain=%.2f%nlater=%.2f", full, next, again, later);
        }
    }

    /** A snapshot after another one, as an engine hands it to the provider. */
    static Snapshot after(CatalogService catalog, Path committed, Path snapshot) throws IOException, FeedException {
        return SnapshotFolder.open(snapshot)
                .after(
                        SnapshotFolder.open(committed),
                        catalog.notes(PROVIDER.info().id()));
    }

    private static double seconds(Callable<?> work) throws Exception {
        return Cpu.of(work) / 1e9;
    }

    private static String open(Path data) {
        try (CatalogService catalog = new CatalogService(data, Clock.systemUTC())) {
            return "offered=" + catalog.view().liveCounts();
        }
    }

    private static double readPackage(Snapshot snapshot) throws Exception {
        return best(() -> ScanProbe.readPackage(snapshot));
    }

    private static double best(Callable<?> work) throws Exception {
        return Cpu.best(ROUNDS, work) / 1e9;
    }

    /** Steps through the only member of a cabinet. */
    static int woodstox(Path file) throws IOException, XMLStreamException {
        try (CabinetReader cabinet = new CabinetReader(Files.newInputStream(file), CabinetLimits.DEFAULT)) {
            cabinet.next();
            return BareLibraries.woodstox(cabinet.content());
        }
    }

    private static long decode(List<Path> cabinets) throws IOException {
        long bytes = 0;
        for (Path file : cabinets) {
            try (InputStream in = Files.newInputStream(file)) {
                bytes += decode(in);
            }
        }
        return bytes;
    }

    /** Decodes every member of a cabinet; returns how many bytes came out. */
    static long decode(InputStream in) throws IOException {
        return decode(in, OutputStream.nullOutputStream());
    }

    static long decode(InputStream in, OutputStream out) throws IOException {
        long bytes = 0;
        CabinetReader cabinet = new CabinetReader(in, CabinetLimits.DEFAULT);
        while (cabinet.next() != null) {
            bytes += cabinet.content().transferTo(out);
        }
        return bytes;
    }
}
