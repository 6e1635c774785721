package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process holds and has on the disk at a moment.
 *
 * @param threads by name and number
 * @param sockets as Linux counts them; 0 where nobody does
 * @param open the temporary files that are open, deleted ones included; none where Linux does not tell
 * @param files the temporary files and folders
 */
record Leftovers(Set<String> threads, long sockets, Set<String> open, Set<String> files) {
    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final Duration LONGEST = Duration.ofSeconds(10);

    static Leftovers now() throws IOException {
        Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + " " + thread.getId())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> open = descriptors();
        long sockets = open.stream().filter(file -> file.startsWith("socket:")).count();
        open.removeIf(file -> !file.startsWith(TEMPORARY.toString()));
        return new Leftovers(threads, sockets, open, temporary());
    }

    /** Waits until no more is there than was, which a closed connection may take a moment for. */
    void awaitNoMore() throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        Leftovers left = now();
        while (!left.isNoMoreThan(this)) {
            assertTrue(System.nanoTime() < end, "left after all runs: " + left + ", before: " + this);
            Thread.onSpinWait();
            left = now();
        }
    }

    private boolean isNoMoreThan(Leftovers before) {
        return before.threads().containsAll(threads)
                && sockets <= before.sockets()
                && before.open().containsAll(open)
                && before.files().containsAll(files);
    }

    /** What is open, as Linux names it: a path, or a kind and a number. */
    private static Set<String> descriptors() throws IOException {
        Set<String> open = new TreeSet<>();
        if (Files.isDirectory(OPEN)) {
            try (Stream<Path> files = Files.list(OPEN)) {
                files.forEach(file -> name(file).ifPresent(open::add));
            }
        }
        return open;
    }

    private static Optional<String> name(Path file) {
        try {
            return Optional.of(Files.readSymbolicLink(file).toString());
        } catch (IOException e) {
            return Optional.empty(); // closed in the meantime
        }
    }

    /** What Maven writes there is not counted. */
    private static Set<String> temporary() throws IOException {
        try (Stream<Path> files = Files.list(TEMPORARY)) {
            return files.map(Path::toString)
                    .filter(file -> !file.contains("surefire"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
