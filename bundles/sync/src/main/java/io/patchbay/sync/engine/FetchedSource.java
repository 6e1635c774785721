package io.patchbay.sync.engine;

import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.feeds.Folders;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Unfinished;
import io.patchbay.fetch.FeedClient;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots fetched from the network into {@code FOLDER/<provider>/<time>}; beside them is what a fetch brought that was cut off, by a crash
 * of the engine even.
 */
final class FetchedSource implements SnapshotSource {
    private static final String UNFINISHED = ".unfinished";
    private static final String GONE = ".gone";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final FeedClient client;
    private final Path folder;
    private final Clock clock;

    FetchedSource(FeedClient client, Path folder, Clock clock) {
        this.client = client;
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public SnapshotFolder take(
            FeedProvider provider, Optional<Committed> committed, SyncFilter filter, FetchProgress progress)
            throws IOException, FeedException {
        Path parent = Files.createDirectories(folder.resolve(provider.info().id()));
        Path unfinished = parent.resolve(UNFINISHED);
        for (Path crashed :
                snapshots(parent).stream().filter(s -> !isComplete(s)).toList()) {
            Unfinished.gather(crashed, unfinished);
        }
        SnapshotFolder previous = previous(parent, committed);
        Optional<String> anchor = committed.flatMap(Committed::anchor).filter(a -> previous != null);
        Path target = parent.resolve(name(parent));
        return client.fetch(provider, new FetchRequest(target, previous, unfinished, anchor, filter, progress))
                .snapshot();
    }

    /** The time, but after every snapshot that is there: the newest is the last by name, also once the clock was set back. */
    private String name(Path parent) throws IOException {
        String now = NAME.format(clock.instant());
        Optional<String> newest =
                newest(snapshots(parent)).map(snapshot -> snapshot.getFileName().toString());
        return newest.filter(last -> last.compareTo(now) >= 0)
                .map(last -> NAME.format(NAME.parse(last, Instant::from).plusMillis(1)))
                .orElse(now);
    }

    /**
     * What to fetch anew from: the newest snapshot, committed or not, so that nothing is downloaded twice; but with an anchor the committed one,
     * because changes are asked for since then.
     */
    private static @Nullable SnapshotFolder previous(Path parent, Optional<Committed> committed)
            throws IOException, FeedException {
        Optional<Path> anchored = committed.filter(c -> c.anchor().isPresent()).map(c -> parent.resolve(c.snapshot()));
        Optional<Path> newest = newest(complete(parent));
        Path path = anchored.or(() -> newest).orElse(null);
        return path != null && isComplete(path) ? SnapshotFolder.open(path) : null;
    }

    @Override
    public boolean asksUpstream() {
        return true;
    }

    private static Optional<Path> newest(List<Path> oldestFirst) {
        return oldestFirst.stream().reduce((older, newer) -> newer);
    }

    private static List<Path> complete(Path parent) throws IOException {
        return snapshots(parent).stream().filter(FetchedSource::isComplete).toList();
    }

    /** A folder that a crash left has no manifest. */
    private static boolean isComplete(Path snapshot) {
        return Files.exists(snapshot.resolve(SnapshotFolder.MANIFEST));
    }

    @Override
    public SnapshotFolder open(String provider, String name) throws IOException, FeedException {
        return SnapshotFolder.open(folder.resolve(provider).resolve(name));
    }

    @Override
    public void distrust(String provider, String snapshot, String document) throws IOException, FeedException {
        open(provider, snapshot).forgetTag(document);
    }

    /** What goes is moved away at one stroke first: half a snapshot would be taken for a fetch that was cut off. */
    @Override
    public void keep(String provider, Set<String> names) throws IOException {
        Path parent = folder.resolve(provider);
        Path gone = parent.resolve(GONE);
        List<Path> oldestFirst = snapshots(parent);
        for (Path snapshot : oldestFirst) {
            boolean newest = snapshot.equals(oldestFirst.get(oldestFirst.size() - 1));
            if (!newest && !names.contains(snapshot.getFileName().toString())) {
                Folders.delete(gone);
                Files.move(snapshot, gone, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Folders.delete(gone);
    }

    private static List<Path> snapshots(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !child.endsWith(UNFINISHED) && !child.endsWith(GONE))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
