package io.patchbay.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process holds at a moment.
 *
 * @param threads by name and number
 * @param sockets as Linux counts them; 0 where nobody does
 */
record Leftovers(Set<String> threads, long sockets) {
    private static final Path OPEN = Path.of("/proc/self/fd");
    private static final Duration LONGEST = Duration.ofSeconds(10);

    static Leftovers now() throws IOException {
        Set<String> threads = Thread.getAllStackTraces().keySet().stream()
                .map(thread -> thread.getName() + " " + thread.getId())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Leftovers(threads, openSockets());
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
        return before.threads().containsAll(threads) && sockets <= before.sockets();
    }

    private static long openSockets() throws IOException {
        if (!Files.isDirectory(OPEN)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(OPEN)) {
            return files.filter(Leftovers::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            return false; // closed in the meantime
        }
    }
}
