package io.patchbay.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The samples that are kept beside the repository: required where CI runs, left out elsewhere if they are not there. */
final class SharedFiles {
    private SharedFiles() {}

    /** All files in a folder of the samples and the folders inside, in order. */
    static List<Path> in(String folder) throws IOException {
        Path path = Path.of(System.getProperty("patchbay.root"), "..", "shared", folder);
        if (!Files.isDirectory(path)) {
            return missing(path);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<Path> missing(Path folder) {
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError("samples are missing: " + folder);
        }
        System.out.println("samples left out: " + folder);
        return List.of();
    }

    static Documents snapshot(Path file) {
        try {
            return Documents.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
