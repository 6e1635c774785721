package io.patchbay.testkit;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A recorded case, or one derived from it with documents replaced, cut short or missing. Immutable.
 *
 * <pre>{@code
 * RecordedSnapshot release = RecordedSnapshot.open(Path.of("vendor-feeds/putty/2025-02-08-release-0.83"));
 * provider.parse(release.cut("latest.html", 1000), sink);
 * }</pre>
 */
public final class RecordedSnapshot implements Snapshot {
    private static final URI ADDRESS = URI.create("https://recorded.example/");

    private final SnapshotFolder recorded;
    private final Map<String, byte[]> replaced;
    private final Set<String> missing;
    private final Optional<Snapshot> previous;
    private final Optional<ByteBuffer> notes;
    private final boolean fetched;

    private RecordedSnapshot(
            SnapshotFolder recorded,
            Map<String, byte[]> replaced,
            Set<String> missing,
            Optional<Snapshot> previous,
            Optional<ByteBuffer> notes,
            boolean fetched) {
        this.recorded = recorded;
        this.replaced = replaced;
        this.missing = missing;
        this.previous = previous;
        this.notes = notes;
        this.fetched = fetched;
    }

    /** Opens the case in this folder. */
    public static RecordedSnapshot open(Path folder) throws IOException, FeedException {
        return new RecordedSnapshot(
                SnapshotFolder.open(folder), Map.of(), Set.of(), Optional.empty(), Optional.empty(), false);
    }

    /** The same with other bytes in a document. */
    public RecordedSnapshot with(String document, byte[] bytes) {
        Map<String, byte[]> all = new TreeMap<>(replaced);
        all.put(document, bytes.clone());
        return new RecordedSnapshot(recorded, all, missing, previous, notes, fetched);
    }

    /**
     * The same with all occurrences of a text in a document replaced.
     *
     * @throws AssertionError if there is none
     */
    public RecordedSnapshot replacing(String document, String text, String replacement)
            throws IOException, FeedException {
        String before = text(document);
        Contract.check(before.contains(text), document + " has no " + text);
        return with(document, before.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
    }

    /** The same with only the first bytes of a document. */
    public RecordedSnapshot cut(String document, int length) throws IOException, FeedException {
        return with(document, Arrays.copyOf(bytes(document), length));
    }

    /** The same without a document. */
    public RecordedSnapshot without(String document) {
        Set<String> all = new HashSet<>(missing);
        all.add(document);
        return new RecordedSnapshot(recorded, replaced, all, previous, notes, fetched);
    }

    /** The same as the successor of another snapshot. */
    public RecordedSnapshot after(Snapshot before) {
        return after(before, Optional.empty());
    }

    /** The same, knowing also what the provider noted of that one; see {@link Snapshot#notes}. */
    public RecordedSnapshot after(Snapshot before, Optional<ByteBuffer> noted) {
        return new RecordedSnapshot(recorded, replaced, missing, Optional.of(before), noted, fetched);
    }

    /** The same as if every document had been fetched, and nobody had handed it in. */
    public RecordedSnapshot fetched() {
        return new RecordedSnapshot(recorded, replaced, missing, previous, notes, true);
    }

    /** All bytes of a document. */
    public byte[] bytes(String document) throws IOException, FeedException {
        try (InputStream in = open(document)) {
            return in.readAllBytes();
        }
    }

    /** A document as text, which is UTF-8. */
    public String text(String document) throws IOException, FeedException {
        return new String(bytes(document), StandardCharsets.UTF_8);
    }

    /** The folder of the case. */
    public Path path() {
        return recorded.path();
    }

    @Override
    public Optional<Snapshot> previous() {
        return previous;
    }

    @Override
    public Optional<ByteBuffer> notes() {
        return notes.map(ByteBuffer::asReadOnlyBuffer);
    }

    @Override
    public String name() {
        return recorded.name();
    }

    @Override
    public Extent extent() {
        return recorded.extent();
    }

    @Override
    public Optional<String> anchor() {
        return recorded.anchor();
    }

    @Override
    public List<Document> documents() {
        return recorded.documents().stream()
                .filter(document -> !missing.contains(document.name()))
                .map(this::described)
                .toList();
    }

    private Document described(Document document) {
        byte[] bytes = replaced.get(document.name());
        Document whole = bytes == null ? document : document.withContent(bytes.length, "");
        return fetched ? asFetched(whole) : whole;
    }

    private static Document asFetched(Document d) {
        URI url = ADDRESS.resolve(d.name());
        return new Document(
                d.name(), d.feed(), url, Instant.EPOCH, 200, d.etag(), d.lastModified(), d.size(), d.sha256(), d.tag());
    }

    @Override
    public InputStream open(String document) throws IOException, FeedException {
        if (missing.contains(document)) {
            throw new FeedException(document, "", "the snapshot " + name() + " lacks it");
        }
        byte[] bytes = replaced.get(document);
        return bytes == null ? recorded.open(document) : new ByteArrayInputStream(bytes);
    }
}
