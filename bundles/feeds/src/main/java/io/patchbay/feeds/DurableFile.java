package io.patchbay.feeds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes small files of the engine so that they survive a crash or a power cut: when a method returns, what it wrote is on the disk. An
 * interrupt does not keep it from being written, and stays set. Not for providers, which open no files.
 */
public final class DurableFile {
    private DurableFile() {}

    /** Gives a file new content at one stroke: whatever happens, it has either the old or the new. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        uninterrupted(() -> {
            write(fresh, 0, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolderOf(file);
        });
    }

    /**
     * Writes at a position of a file, which is made if there is none, and ends it there: whatever stood from the position on, such as what
     * an earlier attempt left, goes.
     *
     * @throws IOException if it could not be written; the file may then have a part of the content, from the position on
     */
    public static void writeAt(Path file, long position, byte[] content) throws IOException {
        boolean isNew = Files.notExists(file);
        uninterrupted(() -> {
            write(file, position, content);
            if (isNew) {
                forceFolderOf(file);
            }
        });
    }

    /** Something that can be done again from the start. */
    private interface Step {
        void run() throws IOException;
    }

    /** An interrupt closes the channel of who is writing; half a write would be worse than one that takes its time. */
    private static void uninterrupted(Step step) throws IOException {
        boolean interrupted = Thread.interrupted();
        boolean isDone = false;
        try {
            while (!isDone) {
                try {
                    step.run();
                    isDone = true;
                } catch (ClosedByInterruptException e) {
                    interrupted = Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void write(Path file, long position, byte[] content) throws IOException {
        OpenOption[] options = {StandardOpenOption.CREATE, StandardOpenOption.WRITE};
        try (FileChannel channel = FileChannel.open(file, options)) {
            channel.truncate(position);
            channel.position(position);
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The name of a file is on the disk when its folder is. */
    private static void forceFolderOf(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
