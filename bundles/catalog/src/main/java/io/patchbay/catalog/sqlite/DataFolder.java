package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the catalogue's files. What only a running process needs is in {@code work}, which is emptied at the
 * start: candidates, and the native library of SQLite, which would otherwise go to the temporary folder of the machine,
 * where nothing may be executed on hardened ones.
 */
final class DataFolder {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String NATIVE_FOLDER = "org.sqlite.tmpdir";

    private final Path folder;
    private final Path work;
    private final AtomicLong candidates = new AtomicLong();

    private DataFolder(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    static DataFolder prepare(Path folder) {
        Path work = folder.resolve("work");
        try {
            Files.createDirectories(work);
            empty(work);
        } catch (IOException e) {
            throw new CatalogException("cannot prepare the folder " + work + " for the catalogue: " + e, e);
        }
        System.setProperty(NATIVE_FOLDER, work.toAbsolutePath().toString());
        return new DataFolder(folder, work);
    }

    private static void empty(Path work) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(work)) {
            for (Path file : files) {
                delete(file);
            }
        }
    }

    /** Windows does not let go of a native library that this very process has loaded before. */
    private static void delete(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (AccessDeniedException e) {
            LOG.debug("{} is still in use", file, e);
        }
    }

    Path catalog() {
        return folder.resolve("catalog.db");
    }

    /** A file that does not exist. */
    Path newCandidate() {
        Path file = work.resolve("candidate-" + candidates.incrementAndGet());
        return Files.exists(file) ? newCandidate() : file;
    }
}
