package io.patchbay.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the jars of a folder, and at the files that describe a provider. What changed since the last look is not settled: it may still be being copied, or a removed file may be
 * about to be replaced.
 */
final class FolderScan {
    /** What tells a file from a later one of the same name. */
    record Stamp(long size, FileTime modified, @Nullable Object key) {}

    /** A file, or one that was there at the last look; settled if the last look found the same. */
    record Seen(Path file, Stamp stamp, boolean isSettled) {}

    private final Path folder;
    private Map<Path, Stamp> previous = Map.of();

    FolderScan(Path folder) {
        this.folder = folder;
    }

    /** The files in the folder, ordered by name. */
    List<Seen> look() throws IOException {
        Map<Path, Stamp> now = stamps();
        Map<Path, Stamp> all = new TreeMap<>(previous);
        all.putAll(now);
        List<Seen> seen = all.entrySet().stream()
                .map(entry -> new Seen(entry.getKey(), entry.getValue(), isSettled(entry.getKey(), now)))
                .toList();
        previous = now;
        return seen;
    }

    /** Knows nothing any more of a file that the engine itself took away. */
    void forget(Path file) {
        Map<Path, Stamp> others = new TreeMap<>(previous);
        others.remove(file);
        previous = others;
    }

    private boolean isSettled(Path file, Map<Path, Stamp> now) {
        Stamp stamp = now.get(file);
        return stamp != null && stamp.equals(previous.get(file));
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(FolderScan::isProvider).toList()) {
                stamp(file).ifPresent(stamp -> stamps.put(file, stamp));
            }
        }
        return stamps;
    }

    private static boolean isProvider(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".jar") || DeclaredFile.is(file)) && !name.startsWith(".");
    }

    /** Empty if it is no file, or went since it was listed. */
    private static Optional<Stamp> stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? Optional.empty()
                    : Optional.of(new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
