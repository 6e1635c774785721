package io.patchbay.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A path of a socket that the system accepts. It takes at most 107 bytes; a longer path is reached through a link with a short name,
 * private to this process and removed when closed.
 */
final class SocketPath implements Closeable {
    private static final int LONGEST = 107;

    private final Path path;
    private final @Nullable Path link;

    private SocketPath(Path path, @Nullable Path link) {
        this.path = path;
        this.link = link;
    }

    static SocketPath of(Path folder, String name) throws IOException {
        Path direct = folder.resolve(name);
        if (direct.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return new SocketPath(direct, null);
        }
        Path link = Files.createTempDirectory("patchbay").resolve("data");
        Files.createSymbolicLink(link, folder);
        return new SocketPath(link.resolve(name), link);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (link != null) {
            Files.deleteIfExists(link);
            Files.deleteIfExists(link.getParent());
        }
    }
}
