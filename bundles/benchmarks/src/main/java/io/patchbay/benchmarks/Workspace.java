package io.patchbay.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder for what a benchmark generates. */
final class Workspace {
    private @Nullable Path folder;

    void generate(double scale, Options.Cabinets cabinets, boolean graphOnly) throws IOException {
        folder = Files.createTempDirectory("patchbay-benchmark");
        Generator.generate(new Options(scale, 42, 0, cabinets, graphOnly, true, folder), line -> {});
    }

    Path folder() {
        return Objects.requireNonNull(folder);
    }

    void remove() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            files.sorted(Comparator.reverseOrder()).forEach(Workspace::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
