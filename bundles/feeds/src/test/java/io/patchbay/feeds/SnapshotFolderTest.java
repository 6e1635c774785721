package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot.Extent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotFolderTest {
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private static Document described(String name, String feed) {
        return new Document(
                name,
                feed,
                URI.create("https://vendor.example/a"),
                Instant.parse("2026-01-02T03:04:05Z"),
                200,
                "W/\"x\"",
                "Fri, 02 Jan 2026 03:04:05 GMT",
                0,
                "",
                "tag");
    }

    private static InputStream abc() {
        return new ByteArrayInputStream("abc".getBytes(UTF_8));
    }

    private static String text(SnapshotFolder snapshot, String name) throws IOException, FeedException {
        try (InputStream in = snapshot.open(name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private SnapshotFolder written(String name) throws IOException {
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve(name))) {
            writer.put(described("feed", "feed"), abc());
            writer.put(described("family/a/b.txt", "family"), abc());
            return writer.finish(Extent.DELTA, Optional.of("anchor-1"));
        }
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void opensWhatWasWritten() throws Exception {
        SnapshotFolder written = written("one");
        SnapshotFolder opened = SnapshotFolder.open(folder.resolve("one"));
        opened.verify();
        assertEquals(written.documents(), opened.documents());
        assertEquals("one", opened.name());
        assertEquals(Extent.DELTA, opened.extent());
        assertEquals(Optional.of("anchor-1"), opened.anchor());
        Document document = opened.document("family/a/b.txt").orElseThrow();
        assertEquals(3, document.size());
        assertEquals(SHA256_OF_ABC, document.sha256());
        assertEquals("abc", text(opened, "family/a/b.txt"));
    }

    @Test
    void takesABareFolderAsItIs() throws Exception {
        file("latest.html", "abc");
        file("sums/0.83", "abc");
        file("ORIGIN", "by hand");
        file("expected.json", "[]");
        file(".hidden", "x");
        file("sums/.hidden", "x");
        SnapshotFolder snapshot = SnapshotFolder.open(folder);
        assertEquals(
                List.of("latest.html", "sums/0.83"),
                snapshot.documents().stream().map(Document::name).toList());
        Document sums = snapshot.document("sums/0.83").orElseThrow();
        assertEquals("sums", sums.feed());
        assertEquals(SHA256_OF_ABC, sums.sha256());
        assertEquals(Extent.FULL, snapshot.extent());
        assertEquals(Optional.empty(), snapshot.anchor());
    }

    @Test
    void takesADocumentOver() throws Exception {
        SnapshotFolder one = written("one");
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve("two"))) {
            Document known = one.document("feed").orElseThrow();
            assertEquals(known, writer.take(one, known));
            assertEquals("abc", text(writer.snapshot(), "feed"));
            assertThrows(IOException.class, () -> writer.put(described("feed", "feed"), abc()));
            writer.finish(Extent.FULL, Optional.empty());
        }
        one.verify();
        SnapshotFolder.open(folder.resolve("two")).verify();
    }

    @Test
    void canPutADocumentAgainWhenItsStreamBroke() throws Exception {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve("one"))) {
            assertThrows(
                    IOException.class,
                    () -> writer.put(described("feed", "feed"), new SequenceInputStream(abc(), broken)));
            writer.put(described("feed", "feed"), abc());
            assertEquals("abc", text(writer.finish(Extent.FULL, Optional.empty()), "feed"));
        }
    }

    @Test
    void isNoSnapshotUntilItIsFinished() throws Exception {
        Path one = folder.resolve("one");
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(one)) {
            writer.put(described("feed", "feed"), abc());
            FeedException e = assertThrows(FeedException.class, () -> SnapshotFolder.open(one));
            assertTrue(e.getMessage().endsWith("was never completed"), e.getMessage());
        }
        assertFalse(Files.exists(one));
    }

    @Test
    void startsOnlyInAnEmptyFolder() throws Exception {
        file("x", "abc");
        assertThrows(IOException.class, () -> SnapshotFolder.create(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "ORIGIN", "expected.json"})
    void refusesReservedNames(String name) throws Exception {
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve("one"))) {
            assertThrows(IOException.class, () -> writer.put(described(name, name), abc()));
        }
    }

    @Test
    void noticesAChangedDocument() throws Exception {
        SnapshotFolder one = written("one");
        Files.writeString(folder.resolve("one/feed"), "abd");
        assertThrows(FeedException.class, one::verify);
        Files.writeString(folder.resolve("one/feed"), "ab");
        FeedException e = assertThrows(FeedException.class, () -> SnapshotFolder.open(folder.resolve("one")));
        assertEquals("feed: expected 3 bytes, found 2", e.getMessage());
        Files.delete(folder.resolve("one/feed"));
        assertThrows(FeedException.class, () -> SnapshotFolder.open(folder.resolve("one")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a//b", "a/../../secret", ".incomplete", ""})
    void refusesAManifestThatLeadsElsewhere(String name) throws Exception {
        file("secret", "abc");
        file("one/a", "abc");
        file(
                "one/manifest.json",
                "{\"extent\":\"full\",\"documents\":[{\"name\":\"" + name + "\",\"feed\":\"" + name
                        + "\",\"size\":3,\"sha256\":\"\"}]}");
        assertThrows(FeedException.class, () -> SnapshotFolder.open(folder.resolve("one")));
    }

    @Test
    void refusesLinks() throws Exception {
        file("secret/a", "abc");
        file("one/b", "abc");
        Files.createSymbolicLink(folder.resolve("one/link"), folder.resolve("secret/a"));
        assertThrows(FeedException.class, () -> SnapshotFolder.open(folder.resolve("one")));
    }

    @Test
    void refusesALinkedFolder() throws Exception {
        SnapshotFolder one = written("one");
        Files.move(folder.resolve("one/family"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("one/family"), folder.resolve("elsewhere"));
        assertThrows(FeedException.class, () -> one.open("family/a/b.txt"));
    }

    @Test
    void opensNoDocumentThatItDoesNotList() throws Exception {
        SnapshotFolder one = written("one");
        file("one/other", "abc");
        assertThrows(FeedException.class, () -> one.open("other"));
        assertThrows(FeedException.class, () -> one.open("manifest.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"extent\":\"some\",\"documents\":[]}",
                "{\"extent\":\"full\"}",
                "{\"extent\":\"full\",\"documents\":[{\"name\":\"a\",\"feed\":\"b\",\"size\":1,\"sha256\":\"\"}]}"
            })
    void refusesAManifestOfAnotherForm(String manifest) throws Exception {
        file("manifest.json", manifest);
        assertThrows(FeedException.class, () -> SnapshotFolder.open(folder));
    }
}
