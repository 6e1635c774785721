package io.patchbay.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Bytes that arrived for a snapshot and are no document yet.
 *
 * @param file where they are, until they are kept or dropped
 * @param size in bytes
 * @param sha256 lower-case hex
 */
public record Received(Path file, long size, String sha256) {
    /** Opens them. The caller closes the stream. */
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    /** Removes them, unless they became a document. */
    public void drop() throws IOException {
        Files.deleteIfExists(file);
    }
}
