package io.patchbay.benchmarks;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.model.Update;
import io.patchbay.provider.microsoft.scan.MicrosoftScanProvider;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One import as a process of its own, by the provider and the catalogue as they are shipped.
 *
 * <pre>
 * Import parse SNAPSHOT           reads all updates and drops them
 * Import commit SNAPSHOT DATA     makes them a generation of the catalogue in DATA; nothing if it has this very snapshot
 * Import open DATA                opens the catalogue and answers one query
 * </pre>
 */
public final class Import {
    private static final FeedProvider PROVIDER = new MicrosoftScanProvider();

    private Import() {}

    /** Runs one of the above and prints what came of it. */
    public static void main(String[] arguments) throws IOException, FeedException {
        System.out.println(run(arguments));
    }

    private static String run(String[] arguments) throws IOException, FeedException {
        return switch (arguments[0]) {
            case "parse" -> "updates=" + parse(SnapshotFolder.open(Path.of(arguments[1])));
            case "commit" -> commit(Path.of(arguments[1]), Path.of(arguments[2]));
            case "open" -> open(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException("parse, commit or open, not " + arguments[0]);
        };
    }

    static long parse(SnapshotFolder snapshot) throws IOException, FeedException {
        AtomicLong count = new AtomicLong();
        PROVIDER.parse(snapshot, update -> count.incrementAndGet());
        return count.get();
    }

    private static String commit(Path folder, Path data) throws IOException, FeedException {
        try (CatalogService catalog = new CatalogService(data, Clock.systemUTC())) {
            SnapshotFolder snapshot = SnapshotFolder.open(folder);
            String fingerprint = snapshot.documents().get(0).sha256();
            Optional<Committed> before = catalog.committed(PROVIDER.info().id());
            if (before.map(Committed::fingerprint).equals(Optional.of(fingerprint))) {
                return "unchanged";
            }
            return "changes=" + commit(catalog, snapshot, fingerprint).map(Generation::changes);
        }
    }

    /** Makes a snapshot a generation; empty if it changes nothing. */
    static Optional<Generation> commit(CatalogService catalog, SnapshotFolder snapshot, String fingerprint)
            throws IOException, FeedException {
        try (Candidate candidate = catalog.begin(PROVIDER.info().id(), snapshot, fingerprint)) {
            PROVIDER.parse(snapshot, (Update update) -> candidate.add(update));
            return candidate.commit();
        }
    }

    private static String open(Path data) {
        try (CatalogService catalog = new CatalogService(data, Clock.systemUTC())) {
            return "offered=" + catalog.view().liveCounts();
        }
    }
}
