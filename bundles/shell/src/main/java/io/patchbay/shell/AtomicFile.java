package io.patchbay.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file beside the one that it will be, so that nobody ever sees half of it. */
final class AtomicFile {
    private AtomicFile() {}

    /** Writes what goes into the file, and says whether it is worth keeping. */
    interface Content {
        boolean write(OutputStream out) throws IOException;
    }

    /** Writes the file; if that fails, or if the content is not worth keeping, what was there stays. */
    static void write(Path file, Content content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            if (writePart(part, content)) {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (NoSuchFileException e) {
            throw new IOException("there is no folder " + file.getParent(), e);
        } catch (AccessDeniedException e) {
            throw new IOException("the engine may not write in " + file.getParent(), e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static boolean writePart(Path part, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
            boolean keep = content.write(out);
            out.flush();
            channel.force(true);
            return keep;
        }
    }
}
