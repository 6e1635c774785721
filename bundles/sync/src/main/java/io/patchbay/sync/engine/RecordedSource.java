package io.patchbay.sync.engine;

import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.SyncFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Recorded snapshots, one folder each: {@code FOLDER/<provider>/<case>}. The newest is the last by name, or the last whose name is not
 * after a given one.
 */
final class RecordedSource implements SnapshotSource {
    private final Path folder;
    private final Optional<String> notAfter;

    RecordedSource(Path folder, Optional<String> notAfter) {
        this.folder = folder;
        this.notAfter = notAfter;
    }

    @Override
    public SnapshotFolder take(
            FeedProvider provider, Optional<Committed> committed, SyncFilter filter, FetchProgress progress)
            throws IOException, FeedException {
        String id = provider.info().id();
        return newest(id).orElseThrow(() -> new IOException(missing(id)));
    }

    @Override
    public boolean has(String provider) {
        return Files.isDirectory(folder.resolve(provider));
    }

    @Override
    public boolean asksUpstream() {
        return false;
    }

    private Optional<SnapshotFolder> newest(String provider) throws IOException, FeedException {
        Optional<Path> newest =
                cases(provider).stream().filter(this::isNotAfter).max(Comparator.comparing(RecordedSource::nameOf));
        return newest.isEmpty() ? Optional.empty() : Optional.of(SnapshotFolder.open(newest.get()));
    }

    private String missing(String id) {
        String until = notAfter.map(name -> " not after " + name).orElse("");
        return "no recorded snapshot of " + id + until + " in " + folder.resolve(id);
    }

    /** A name is compared as far as the given one goes, so that a date includes the cases of that day. */
    private boolean isNotAfter(Path recorded) {
        String name = nameOf(recorded);
        return notAfter.map(limit -> name.substring(0, Math.min(name.length(), limit.length()))
                                .compareTo(limit)
                        <= 0)
                .orElse(true);
    }

    private List<Path> cases(String id) throws IOException {
        Path parent = folder.resolve(id);
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !nameOf(child).startsWith("."))
                    .toList();
        }
    }

    private static String nameOf(Path recorded) {
        return recorded.getFileName().toString();
    }

    @Override
    public SnapshotFolder open(String provider, String name) throws IOException, FeedException {
        return SnapshotFolder.open(folder.resolve(provider).resolve(name));
    }

    /** Recordings are somebody's files: nothing is ever removed. */
    @Override
    public void keep(String provider, Set<String> names) {}
}
