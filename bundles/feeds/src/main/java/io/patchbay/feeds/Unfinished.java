package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot.Extent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folder where the documents of a fetch that was cut off wait for the next one. What several cut off fetches brought comes together
 * there, and it goes when one is completed.
 */
public final class Unfinished {
    /** Hidden, so it is no document. */
    private static final String NOTES = "." + SnapshotFolder.MANIFEST;

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

    /** Notes what is known of documents that wait, such as what a listing called them. */
    static void describe(Path folder, Collection<Document> documents) throws IOException {
        Map<String, Document> all = described(folder);
        documents.forEach(document -> all.put(document.name(), document));
        SnapshotManifest notes = new SnapshotManifest(Extent.FULL, Optional.empty(), List.copyOf(all.values()));
        Files.createDirectories(folder);
        Files.write(folder.resolve(NOTES), notes.write());
    }

    /** What was noted, by name; nothing if a crash came in between. */
    private static Map<String, Document> described(Path folder) throws IOException {
        Map<String, Document> described = new TreeMap<>();
        Path notes = folder.resolve(NOTES);
        if (Files.exists(notes)) {
            try {
                SnapshotManifest.parse(Files.readAllBytes(notes))
                        .documents()
                        .forEach(document -> described.put(document.name(), document));
            } catch (FeedException e) {
                // Not written to its end: the documents are whole all the same.
            }
        }
        return described;
    }

    /**
     * What waits in the folder, as a snapshot without an anchor; empty if nothing does. Documents that a crash left are known by name and
     * content only.
     */
    public static Optional<SnapshotFolder> open(Path folder) throws IOException, FeedException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Map<String, Document> described = described(folder);
        return Optional.of(SnapshotFolder.bare(folder, found -> {
            Document known = described.getOrDefault(found.name(), found);
            return known.sha256().equals(found.sha256()) ? known : found;
        }));
    }

    /** Removes the folder, because nobody waits for its documents any more. */
    public static void clear(Path folder) throws IOException {
        Folders.delete(folder);
    }
}
