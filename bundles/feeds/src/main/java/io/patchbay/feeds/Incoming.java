package io.patchbay.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The hidden folder in a snapshot under way where bytes arrive. They get a document's name when they are complete, so whatever cuts a
 * fetch off, a file with such a name is whole. Thread-safe.
 */
final class Incoming {
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();

    /** The folder is made when it is needed. */
    Incoming(Path snapshot) {
        folder = snapshot.resolve(".incoming");
    }

    /** Copies bytes in; if that fails, nothing of them is left. */
    Received receive(InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(Integer.toString(count.incrementAndGet()));
        try {
            return write(content, file);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static Received write(InputStream content, Path file) throws IOException {
        Sha256 digest = new Sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            long size = digest.copy(content, out);
            channel.force(true);
            return new Received(file, size, digest.hex());
        }
    }

    /** Removes what did not become a document. */
    void clear() throws IOException {
        Folders.delete(folder);
    }
}
