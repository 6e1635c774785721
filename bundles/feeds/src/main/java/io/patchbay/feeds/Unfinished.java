package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folder where the documents of a fetch that was cut off wait for the next one. What several cut off fetches brought comes together
 * there, and it goes when one is completed.
 */
public final class Unfinished {
    private Unfinished() {}

    /**
     * Moves the whole documents of a snapshot that was never completed to the others, and removes the rest of it.
     *
     * @param snapshot a folder that a {@link SnapshotFolder.Writer} did not finish, or did not come to finish
     * @param folder where documents wait; made if there is none
     */
    public static void gather(Path snapshot, Path folder) throws IOException, FeedException {
        for (Document document : SnapshotFolder.bare(snapshot).documents()) {
            Path file = folder.resolve(document.name());
            Files.createDirectories(file.getParent());
            Files.move(snapshot.resolve(document.name()), file, StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.delete(snapshot);
    }

    /** What waits in the folder, as a snapshot without an anchor; empty if nothing does. */
    public static Optional<SnapshotFolder> open(Path folder) throws IOException, FeedException {
        return Files.isDirectory(folder) ? Optional.of(SnapshotFolder.bare(folder)) : Optional.empty();
    }

    /** Removes the folder, because nobody waits for its documents any more. */
    public static void clear(Path folder) throws IOException {
        Folders.delete(folder);
    }
}
