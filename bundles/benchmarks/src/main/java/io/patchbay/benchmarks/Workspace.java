package io.patchbay.benchmarks;

import io.patchbay.feeds.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
        Folders.delete(folder());
    }
}
