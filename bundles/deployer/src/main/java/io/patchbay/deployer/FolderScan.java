package io.patchbay.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the jars of a folder, and at the files that describe a provider. What changed since the last look is not settled: it may still be being copied, or
 * a removed file may be about to be replaced. A signature beside a file is a part of it.
 */
final class FolderScan {
    /** What tells a file from a later one of the same name; null for the signature if it has none. */
    record Stamp(long size, FileTime modified, @Nullable Object key, @Nullable Stamp signature) {
        Stamp with(@Nullable Stamp beside) {
            return new Stamp(size, modified, key, beside);
        }
    }

    /**
     * A file, or one that was there at the last look.
     *
     * @param isSettled whether the last look found the same
     * @param isOverdue whether so many looks found the same that nothing more of it is to come
     */
    record Seen(Path file, Stamp stamp, boolean isSettled, boolean isOverdue) {}

    /** How many looks in a row found a file as it is. */
    private record Found(Stamp stamp, int looks) {}

    private final Path folder;
    private final int patience;
    private final Map<Path, Found> previous = new TreeMap<>();

    /** Takes a file for overdue after so many looks. */
    FolderScan(Path folder, int patience) {
        this.folder = folder;
        this.patience = patience;
    }

    /** The files in the folder, ordered by name. */
    List<Seen> look() throws IOException {
        Map<Path, Stamp> now = stamps();
        Set<Path> gone = new HashSet<>(previous.keySet());
        gone.removeAll(now.keySet());
        gone.forEach(file -> previous.compute(file, (same, found) -> new Found(found.stamp(), 0)));
        now.forEach((file, stamp) -> previous.merge(file, new Found(stamp, 1), FolderScan::again));
        List<Seen> seen = previous.entrySet().stream()
                .map(entry -> seen(entry.getKey(), entry.getValue()))
                .toList();
        previous.keySet().removeAll(gone);
        return seen;
    }

    private static Found again(Found before, Found now) {
        return before.stamp().equals(now.stamp()) ? new Found(now.stamp(), before.looks() + 1) : now;
    }

    private Seen seen(Path file, Found found) {
        return new Seen(file, found.stamp(), found.looks() > 1, found.looks() >= patience);
    }

    /** Knows nothing any more of a file that the engine itself took away. */
    void forget(Path file) {
        previous.remove(file);
    }

    /** Whether a file is at this moment as it was when it was looked at. */
    boolean isStill(Path file, Stamp stamp) throws IOException {
        return signedStamp(file).filter(stamp::equals).isPresent();
    }

    private Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(FolderScan::isProvider).toList()) {
                signedStamp(file).ifPresent(stamp -> stamps.put(file, stamp));
            }
        }
        return stamps;
    }

    private static Optional<Stamp> signedStamp(Path file) throws IOException {
        Optional<Stamp> signature = stamp(SignatureCheck.signature(file));
        return stamp(file).map(stamp -> stamp.with(signature.orElse(null)));
    }

    private static boolean isProvider(Path file) {
        String name = file.getFileName().toString();
        boolean isJar = name.toLowerCase(Locale.ROOT).endsWith(".jar");
        return (isJar || DeclaredFile.is(file)) && !name.startsWith(".");
    }

    /** Empty if it is no file, or went since it was listed. */
    private static Optional<Stamp> stamp(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isDirectory()
                    ? Optional.empty()
                    : Optional.of(
                            new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey(), null));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
