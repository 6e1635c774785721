package io.patchbay.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data folder, held by this process until closed. */
final class Home implements Closeable {
    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final String self;
    private final FileChannel lock;

    private Home(Path folder, String self, FileChannel lock) {
        this.folder = folder;
        this.self = self;
        this.lock = lock;
    }

    /** Creates the folder if there is none, for its owner alone, and takes it for this process. */
    static Home take(Path folder) throws EngineException {
        try {
            Files.createDirectories(folder, PRIVATE);
            String self = whoWritesTo(folder);
            requirePrivate("data folder " + folder, folder, self);
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw inUse(folder);
            }
            note(channel, Long.toString(ProcessHandle.current().pid()));
            return new Home(folder, self, channel);
        } catch (IOException e) {
            throw new EngineException("cannot use the data folder " + folder + ": " + reason(e), e);
        }
    }

    private static String whoWritesTo(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".owner", "");
        String self = Files.getOwner(probe).getName();
        Files.delete(probe);
        return self;
    }

    /** What lies in it is run: its jars, and by the settings in it. */
    private static void requirePrivate(String name, Path folder, String self) throws IOException, EngineException {
        PosixFileAttributes attributes = Files.readAttributes(folder, PosixFileAttributes.class);
        if (mayOthersWrite(attributes)) {
            throw new EngineException("others may write to the " + name
                    + ", and so have this engine run what they like; forbid it with: chmod go-w " + folder);
        }
        String owner = attributes.owner().getName();
        if (!owner.equals(self) && !owner.equals("root")) {
            throw new EngineException(
                    "the " + name + " belongs to " + owner + ", not to " + self + ", who starts the engine");
        }
    }

    /** A group of the owner's name has nobody else in it, as distributions set users up. */
    private static boolean mayOthersWrite(PosixFileAttributes attributes) {
        boolean own = attributes.group().getName().equals(attributes.owner().getName());
        return attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)
                || (!own && attributes.permissions().contains(PosixFilePermission.GROUP_WRITE));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static EngineException.InUse inUse(Path folder) throws IOException {
        String holder = Files.readString(folder.resolve("lock")).strip();
        return new EngineException.InUse("the data folder " + folder + " is in use by process " + holder
                + "; reach it with: patchbay --data " + folder + " -c 'COMMANDS'");
    }

    private static void note(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    Path folder() {
        return folder;
    }

    /** A folder in it, created if there is none. */
    Path folder(String name) throws EngineException {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new EngineException("cannot create " + folder.resolve(name) + ": " + reason(e), e);
        }
    }

    /** Takes a folder, in here or anywhere, for providers to be dropped into; creates it if there is none. */
    Path dropIns(Path anywhere) throws EngineException {
        try {
            Files.createDirectories(anywhere, PRIVATE);
            requirePrivate("drop-in folder " + anywhere, anywhere, self);
            return anywhere;
        } catch (IOException e) {
            throw new EngineException("cannot use the drop-in folder " + anywhere + ": " + reason(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
