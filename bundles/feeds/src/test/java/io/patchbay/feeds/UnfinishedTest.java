package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTest {
    @TempDir
    Path folder;

    private Path waiting;

    @BeforeEach
    void place() {
        waiting = folder.resolve(".unfinished");
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static Document named(String name) {
        return SnapshotFolder.origin(name, name.split("/", 2)[0], null, null, 0, null, null, null);
    }

    /** A snapshot whose writer never came to close it, as after a crash. */
    private Path crashed(String name, String document, String content) throws IOException {
        SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve(name));
        writer.put(named(document), text(content));
        writer.receive(text("never kept"));
        return folder.resolve(name);
    }

    private List<String> names() throws IOException, FeedException {
        return Unfinished.open(waiting).orElseThrow().documents().stream()
                .map(Document::name)
                .toList();
    }

    @Test
    void holdsNothingAtFirst() throws IOException, FeedException {
        assertEquals(Optional.empty(), Unfinished.open(waiting));
        Unfinished.clear(waiting);
    }

    @Test
    void takesTheWholeDocumentsOfACrashedFetchAndNothingElse() throws IOException, FeedException {
        Path crashed = crashed("one", "updates/a.xml", "a");
        Unfinished.gather(crashed, waiting);
        assertEquals(List.of("updates/a.xml"), names());
        assertTrue(Files.notExists(crashed));
    }

    @Test
    void bringsTogetherWhatSeveralBrought() throws IOException, FeedException {
        Unfinished.gather(crashed("one", "updates/a.xml", "old"), waiting);
        Unfinished.gather(crashed("two", "updates/a.xml", "new"), waiting);
        Unfinished.gather(crashed("three", "updates/b.xml", "b"), waiting);
        assertEquals(List.of("updates/a.xml", "updates/b.xml"), names());
        assertEquals("new", Files.readString(waiting.resolve("updates/a.xml")));
        Unfinished.clear(waiting);
        assertEquals(Optional.empty(), Unfinished.open(waiting));
    }

    private static Document tagged(String tag) {
        return SnapshotFolder.origin("feed", "feed", null, null, 0, null, null, tag);
    }

    private void cutOff(String name, Document document, String content) throws IOException, FeedException {
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve(name))) {
            writer.put(document, text(content));
            writer.giveUp(waiting);
        }
    }

    @Test
    void knowsWhatAListingCalledADocument() throws IOException, FeedException {
        cutOff("one", tagged("1"), "abc");
        cutOff("two", named("other"), "def");
        assertEquals(
                "1",
                Unfinished.open(waiting)
                        .orElseThrow()
                        .document("feed")
                        .orElseThrow()
                        .tag());
    }

    @Test
    void doesNotMistakeOneContentForAnother() throws IOException, FeedException {
        cutOff("one", tagged("1"), "abc");
        Unfinished.gather(crashed("two", "feed", "def"), waiting);
        assertNull(Unfinished.open(waiting)
                .orElseThrow()
                .document("feed")
                .orElseThrow()
                .tag());
    }

    @Test
    void doesWithoutNotesThatWereNotWrittenToTheirEnd() throws IOException, FeedException {
        cutOff("one", tagged("1"), "abc");
        Files.writeString(waiting.resolve(".manifest.json"), "{\"docu");
        assertEquals(List.of("feed"), names());
        cutOff("two", named("other"), "def");
        assertEquals(List.of("feed", "other"), names());
    }

    @Test
    void isWhereAWriterThatGivesUpLeavesItsDocuments() throws IOException, FeedException {
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve("one"))) {
            writer.put(named("feed"), text("abc"));
            writer.giveUp(waiting);
        }
        assertEquals(List.of("feed"), names());
        assertTrue(Files.notExists(folder.resolve("one")));
    }
}
