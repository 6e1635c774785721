package io.patchbay.testkit;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the checks share: the recorded cases, and what is in them. */
final class Contract {
    private Contract() {}

    /** The root of the source tree; builds set it for their tests. */
    static Path root() {
        return Path.of(System.getProperty("patchbay.root", "")).toAbsolutePath();
    }

    /** The folder of a provider's cases. */
    static Path cases(FeedProvider provider) {
        return root().resolve("vendor-feeds").resolve(provider.info().id());
    }

    /** The cases that give something. */
    static List<RecordedSnapshot> cases(Path folder) throws IOException, FeedException {
        return cases(folder, false);
    }

    /** The cases that must be refused. */
    static List<RecordedSnapshot> refusals(Path folder) throws IOException, FeedException {
        return cases(folder, true);
    }

    private static List<RecordedSnapshot> cases(Path folder, boolean refused) throws IOException, FeedException {
        List<RecordedSnapshot> cases = new ArrayList<>();
        for (Path path : folders(folder)) {
            if (ExpectedUpdates.isRefusal(expected(path)) == refused) {
                cases.add(RecordedSnapshot.open(path));
            }
        }
        return cases;
    }

    static Path expected(Path recorded) {
        return recorded.resolve("expected.json");
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    static Parsed parse(FeedProvider provider, Snapshot snapshot) throws IOException, FeedException {
        return read(provider, snapshot, Parsed.NOTHING).parsed();
    }

    /** Parses a snapshot that comes after another one, which is parsed too. */
    static Parsed parseAfter(FeedProvider provider, RecordedSnapshot before, RecordedSnapshot snapshot)
            throws IOException, FeedException {
        Parsed.Sink first = read(provider, before, Parsed.NOTHING);
        return read(provider, snapshot.after(before, first.notes()), first.parsed())
                .parsed();
    }

    private static Parsed.Sink read(FeedProvider provider, Snapshot snapshot, Parsed before)
            throws IOException, FeedException {
        Parsed.Sink sink = new Parsed.Sink(before);
        provider.parse(snapshot, sink);
        return sink;
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
