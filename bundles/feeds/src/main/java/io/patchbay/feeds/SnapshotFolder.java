package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot on disk: a folder of documents, each a file of its name, and {@code manifest.json} that says where they came from. A bare folder
 * without a manifest is a full snapshot too: files named by feed, documents of a family in a folder named by feed. That is how an operator hands
 * in what was fetched by hand. {@code manifest.json}, {@code ORIGIN}, {@code expected.json} and hidden files are never documents.
 */
public final class SnapshotFolder implements Snapshot {
    /** The name of the manifest, which a snapshot that the engine makes has from the moment it is complete. */
    public static final String MANIFEST = "manifest.json";

    private static final String INCOMPLETE = ".incomplete";

    private final Path folder;
    private final SnapshotManifest manifest;
    private final Optional<Snapshot> previous;
    private final Optional<ByteBuffer> notes;

    private SnapshotFolder(Path folder, SnapshotManifest manifest) {
        this(folder, manifest, Optional.empty(), Optional.empty());
    }

    private SnapshotFolder(
            Path folder, SnapshotManifest manifest, Optional<Snapshot> previous, Optional<ByteBuffer> notes) {
        this.folder = folder;
        this.manifest = manifest;
        this.previous = previous;
        this.notes = notes;
    }

    /**
     * Opens a snapshot.
     *
     * @throws FeedException if the manifest is not as it should be, a document is missing, a link or of another size, or the snapshot was
     *     never completed
     */
    public static SnapshotFolder open(Path folder) throws IOException, FeedException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no snapshot " + folder);
        }
        Path file = folder.resolve(MANIFEST);
        if (!Files.exists(file) && Files.exists(folder.resolve(INCOMPLETE))) {
            throw new FeedException(MANIFEST, "", "the snapshot " + folder + " was never completed");
        }
        SnapshotManifest manifest =
                Files.exists(file) ? SnapshotManifest.parse(Files.readAllBytes(file)) : bareManifest(folder);
        for (Document document : manifest.documents()) {
            DocumentFiles.check(folder, document);
        }
        return new SnapshotFolder(folder, manifest);
    }

    /** Whether a file of this name in a snapshot is there for other reasons, so that no document, and no feed, can have it. */
    public static boolean isReserved(String name) {
        return DocumentFiles.isReserved(name);
    }

    /** The documents of a folder, whatever else is in it. */
    static SnapshotFolder bare(Path folder) throws IOException, FeedException {
        return bare(folder, document -> document);
    }

    /** The same, each document with what else is known of it. */
    static SnapshotFolder bare(Path folder, UnaryOperator<Document> described) throws IOException, FeedException {
        List<Document> documents =
                DocumentFiles.in(folder).stream().map(described).toList();
        return new SnapshotFolder(folder, new SnapshotManifest(Extent.FULL, Optional.empty(), documents));
    }

    private static SnapshotManifest bareManifest(Path folder) throws IOException, FeedException {
        return new SnapshotManifest(Extent.FULL, Optional.empty(), DocumentFiles.in(folder));
    }

    /** The same, knowing the snapshot that was committed before it; see {@link Snapshot#previous}. */
    public SnapshotFolder after(Snapshot committed) {
        return after(committed, Optional.empty());
    }

    /** The same, knowing also what the provider noted of that one; see {@link Snapshot#notes}. */
    public SnapshotFolder after(Snapshot committed, Optional<ByteBuffer> notes) {
        return new SnapshotFolder(folder, manifest, Optional.of(committed), notes);
    }

    @Override
    public Optional<Snapshot> previous() {
        return previous;
    }

    @Override
    public Optional<ByteBuffer> notes() {
        // A read-only view is of a class of its own, for which all code that was compiled for the usual one would be
        // compiled again.
        return notes.map(ByteBuffer::duplicate);
    }

    /** The folder it is in. */
    public Path path() {
        return folder;
    }

    @Override
    public String name() {
        return folder.getFileName().toString();
    }

    @Override
    public Extent extent() {
        return manifest.extent();
    }

    @Override
    public Optional<String> anchor() {
        return manifest.anchor();
    }

    @Override
    public List<Document> documents() {
        return manifest.documents();
    }

    @Override
    public InputStream open(String document) throws IOException, FeedException {
        if (document(document).isEmpty()) {
            throw new FeedException(document, "", "the snapshot " + name() + " lacks it");
        }
        return Files.newInputStream(DocumentFiles.find(folder, document));
    }

    /**
     * Reads every document and compares it with its digest.
     *
     * @throws FeedException for the first that differs
     */
    public void verify() throws IOException, FeedException {
        for (Document document : documents()) {
            Sha256 digest = new Sha256();
            try (InputStream in = open(document.name())) {
                digest.drain(in);
            }
            if (!digest.hex().equals(document.sha256())) {
                throw new FeedException(
                        document.name(), "", "expected SHA-256 " + document.sha256() + ", found " + digest.hex());
            }
        }
    }

    /**
     * Has whoever fetches anew ask for a document again that nobody could read, whatever its tag was. The snapshot is the same otherwise, and
     * this view of it; nothing happens if it lacks the document.
     */
    public void forgetTag(String document) throws IOException {
        SnapshotManifest without = manifest.withoutTag(document);
        if (!without.equals(manifest)) {
            DurableFile.replace(folder.resolve(MANIFEST), without.write());
        }
    }

    /** Starts a new snapshot in a folder that does not exist yet. */
    public static Writer create(Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Files.createDirectory(folder);
        Files.createFile(folder.resolve(INCOMPLETE));
        return new Writer(folder);
    }

    /**
     * Fills a new snapshot. Until {@link #finish} has written the manifest, the last of all and at one stroke, the folder is not a snapshot; a
     * writer that is closed before removes it. Not thread-safe.
     */
    public static final class Writer implements Closeable {
        private final Path folder;
        private final Incoming incoming;
        private final Map<String, Document> documents = new TreeMap<>();
        private boolean finished;

        private Writer(Path folder) {
            this.folder = folder;
            this.incoming = new Incoming(folder);
        }

        /** The snapshot as it is so far. */
        public SnapshotFolder snapshot() {
            return new SnapshotFolder(folder, manifest(Extent.FULL, Optional.empty()));
        }

        /**
         * Copies a document's bytes in. If that fails, nothing of the document is left, and it can be put again.
         *
         * @param origin everything about the document but size and digest, which are found here
         */
        public Document put(Document origin, InputStream content) throws IOException {
            Path file = file(origin.name());
            return move(origin, receive(content), file);
        }

        /**
         * Copies bytes in that may become a document. Unlike all other methods, this one may be called by several threads at once.
         */
        public Received receive(InputStream content) throws IOException {
            return incoming.receive(content);
        }

        /**
         * Makes a document of bytes that were received.
         *
         * @param origin as with {@link #put}
         */
        public Document keep(Document origin, Received received) throws IOException {
            return move(origin, received, file(origin.name()));
        }

        private Document move(Document origin, Received received, Path file) throws IOException {
            Files.move(received.file(), file);
            return remember(origin.withContent(received.size(), received.sha256()));
        }

        /** Takes a document over from another snapshot, under what is known of it now. */
        public Document take(SnapshotFolder from, Document document) throws IOException {
            Path file = file(document.name());
            Path source = from.folder.resolve(document.name());
            try {
                Files.createLink(file, source);
            } catch (UnsupportedOperationException | IOException e) {
                Files.copy(source, file);
            }
            return remember(document);
        }

        private Path file(String name) throws IOException {
            if (DocumentFiles.isReserved(name)) {
                throw new IOException("no document can be named " + name);
            }
            if (documents.containsKey(name)) {
                throw new IOException("the snapshot has a document " + name + " already");
            }
            Path file = folder.resolve(Document.checkName(name));
            Files.createDirectories(file.getParent());
            return file;
        }

        private Document remember(Document document) {
            documents.put(document.name(), document);
            return document;
        }

        /** Writes the manifest, which makes the folder a snapshot. */
        public SnapshotFolder finish(Extent extent, Optional<String> anchor) throws IOException {
            incoming.clear();
            SnapshotManifest manifest = manifest(extent, anchor);
            DurableFile.replace(folder.resolve(MANIFEST), manifest.write());
            Files.delete(folder.resolve(INCOMPLETE));
            finished = true;
            return new SnapshotFolder(folder, manifest);
        }

        /** Moves the documents so far to where the next fetch finds them; see {@link Unfinished}. */
        public void giveUp(Path unfinished) throws IOException, FeedException {
            Unfinished.gather(folder, unfinished);
            Unfinished.describe(unfinished, documents.values());
        }

        /** Removes the folder, unless it has become a snapshot. */
        @Override
        public void close() throws IOException {
            if (!finished) {
                Folders.delete(folder);
            }
        }

        private SnapshotManifest manifest(Extent extent, Optional<String> anchor) {
            return new SnapshotManifest(extent, anchor, List.copyOf(documents.values()));
        }
    }

    /** A document that is about to be put, of which size and digest are not known yet. */
    public static Document origin(
            String name,
            String feed,
            @Nullable URI url,
            @Nullable Instant fetched,
            int status,
            @Nullable String etag,
            @Nullable String lastModified,
            @Nullable String tag) {
        return new Document(name, feed, url, fetched, status, etag, lastModified, 0, "", tag);
    }
}
