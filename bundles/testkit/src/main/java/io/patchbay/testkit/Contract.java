package io.patchbay.testkit;

import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the checks share: the recorded cases, and the updates in them. */
final class Contract {
    private Contract() {}

    /** The root of the source tree; builds set it for their tests. */
    static Path root() {
        return Path.of(System.getProperty("patchbay.root", "")).toAbsolutePath();
    }

    static List<RecordedSnapshot> cases(Path folder) throws IOException, FeedException {
        List<RecordedSnapshot> cases = new ArrayList<>();
        for (Path path : folders(folder)) {
            cases.add(RecordedSnapshot.open(path));
        }
        return cases;
    }

    private static List<Path> folders(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    static List<Update> parse(FeedProvider provider, Snapshot snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        provider.parse(snapshot, updates::add);
        return updates;
    }

    /** Parses a snapshot that comes after another one, which is parsed too. */
    static List<Update> parseAfter(FeedProvider provider, RecordedSnapshot before, RecordedSnapshot snapshot)
            throws IOException, FeedException {
        Amended updates = new Amended(parse(provider, before));
        provider.parse(snapshot.after(before), updates);
        return updates.all();
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
