package io.patchbay.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of its own for a test, which only root can have. */
final class Mount implements AutoCloseable {
    private final Path folder;

    private Mount(Path folder) {
        this.folder = folder;
    }

    /** Why there cannot be one here; empty if there can. */
    static String obstacle(Path work) throws IOException {
        try (Mount mount = memory(work.resolve("trial"), 1)) {
            Commands.run("losetup", "--find");
            Commands.run("mkfs.ext4", "-V");
            return Files.isWritable(mount.folder()) ? "" : "nothing can be written to a disk that was mounted here";
        } catch (IOException e) {
            return "no disk of its own can be mounted here: " + e.getMessage();
        }
    }

    /** A disk in memory. */
    static Mount memory(Path folder, int mebibytes) throws IOException {
        Files.createDirectories(folder);
        Commands.run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + mebibytes + "m", "none", folder.toString());
        return new Mount(folder);
    }

    /** Makes a file that is the image of an empty disk. */
    static void format(Path image, int mebibytes) throws IOException {
        Commands.run("truncate", "-s", mebibytes + "M", image.toString());
        Commands.run("mkfs.ext4", "-q", "-F", image.toString());
    }

    /** A disk in a file. */
    static Mount image(Path image, Path folder) throws IOException {
        Files.createDirectories(folder);
        Commands.run("mount", "-o", "loop", image.toString(), folder.toString());
        return new Mount(folder);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        Commands.run("umount", folder.toString());
    }
}
