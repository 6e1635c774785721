package io.patchbay.sync.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Unfinished;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchedSourceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final LineProvider provider = new LineProvider("example");
    private final List<Document> waiting = new ArrayList<>();

    /** A client that notes what waits for it and brings one document. */
    private FetchResult fetch(FeedProvider of, FetchRequest request) throws IOException, FeedException {
        Unfinished.open(Objects.requireNonNull(request.unfinished()))
                .ifPresent(snapshot -> waiting.addAll(snapshot.documents()));
        try (SnapshotFolder.Writer writer = started(request.target())) {
            return new FetchResult(writer.finish(Snapshot.Extent.FULL, Optional.empty()), true);
        }
    }

    private static SnapshotFolder.Writer started(Path target) throws IOException {
        SnapshotFolder.Writer writer = SnapshotFolder.create(target);
        String name = LineProvider.LIST.name();
        Document origin = SnapshotFolder.origin(name, name, null, null, 0, null, null, null);
        writer.put(origin, new ByteArrayInputStream("A 1.0".getBytes(UTF_8)));
        return writer;
    }

    private Path take() throws IOException, FeedException {
        return new FetchedSource(this::fetch, folder, CLOCK)
                .take(provider, Optional.empty(), SyncFilter.EVERYTHING, FetchProgress.NONE)
                .path();
    }

    @Test
    void handsOverWhatAFetchHadWhenTheEngineCrashed() throws IOException, FeedException {
        Path crashed = folder.resolve("example/2026-11-22T09-00-00.000Z");
        started(crashed);
        take();
        assertEquals(List.of("list.txt"), waiting.stream().map(Document::name).toList());
        assertTrue(Files.notExists(crashed));
    }

    @Test
    void handsOverNothingAfterACompleteFetch() throws IOException, FeedException {
        Files.createDirectories(folder.resolve("example"));
        started(folder.resolve("example/2026-11-22T09-00-00.000Z")).finish(Snapshot.Extent.FULL, Optional.empty());
        take();
        assertEquals(List.of(), waiting);
    }

    @Test
    void keepsWhatWaitsOutOfTheSnapshots() throws IOException, FeedException {
        Path unfinished = Files.createDirectories(folder.resolve("example/.unfinished"));
        Path taken = take();
        new FetchedSource(this::fetch, folder, CLOCK).keep("example", Set.of());
        assertTrue(Files.exists(taken));
        assertTrue(Files.exists(unfinished));
    }

    @Test
    void takesTheLastFetchForTheNewestAlsoOnceTheClockWasSetBack() throws IOException, FeedException {
        Files.createDirectories(folder.resolve("example"));
        started(folder.resolve("example/2026-11-23T10-00-00.000Z")).finish(Snapshot.Extent.FULL, Optional.empty());
        assertEquals(folder.resolve("example/2026-11-23T10-00-00.001Z"), take());
        assertEquals(folder.resolve("example/2026-11-23T10-00-00.002Z"), take());
    }
}
