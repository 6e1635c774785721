package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot.Extent;
import io.patchbay.spi.SyncFilter;
import io.patchbay.testkit.RecordedRequest;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionalTest extends FetchingTest {
    private static final Instant DATE = Instant.parse("2025-02-08T10:00:00Z");
    private static final Feed NOTES = Feed.text("notes", "https://vendor.example/notes/");

    @Test
    void recordsWhereADocumentCameFrom() throws IOException, FeedException {
        upstream.serve(PATH, Reply.of("{}").etag("\"1\"").lastModified(DATE));
        SnapshotFolder snapshot = SnapshotFolder.open(fetch().snapshot().path());
        Document document = snapshot.document("latest.json").orElseThrow();
        assertEquals(upstream.url(PATH), document.url());
        assertEquals(200, document.status());
        assertEquals("\"1\"", document.etag());
        assertEquals("Sat, 8 Feb 2025 10:00:00 GMT", document.lastModified());
        assertEquals(now, document.fetched());
        assertEquals(2, document.size());
        assertEquals("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", document.sha256());
        snapshot.verify();
    }

    @Test
    void takesADocumentOverWhoseEtagIsKnown() throws IOException, FeedException {
        upstream.serve(PATH, Reply.of("{}").etag("\"1\""));
        SnapshotFolder first = fetch().snapshot();
        FetchResult second = fetch(new FakeVendor(), first);
        assertEquals(Optional.of("\"1\""), lastRequest().header("If-None-Match"));
        assertFalse(second.changed());
        assertSame(first, second.snapshot());
        assertEquals(List.of(first.path()), left());
    }

    @Test
    void takesADocumentOverWhoseDateIsKnown() throws IOException, FeedException {
        upstream.serve(PATH, Reply.of("{}").lastModified(DATE));
        SnapshotFolder first = fetch().snapshot();
        assertFalse(fetch(new FakeVendor(), first).changed());
        assertEquals(Optional.of("Sat, 8 Feb 2025 10:00:00 GMT"), lastRequest().header("If-Modified-Since"));
    }

    @Test
    void keepsTheNewEtagOfTheSameContent() throws IOException, FeedException {
        upstream.serve(PATH, Reply.of("{}").etag("\"1\""), Reply.of("{}").etag("\"2\""));
        FetchResult second = fetch(new FakeVendor(), fetch().snapshot());
        assertFalse(second.changed());
        assertEquals(
                "\"2\"", second.snapshot().document("latest.json").orElseThrow().etag());
    }

    @Test
    void noticesOtherContent() throws IOException, FeedException {
        upstream.serve(PATH, Reply.of("{}").etag("\"1\""), Reply.of("{ }").etag("\"2\""));
        FetchResult second = fetch(new FakeVendor(), fetch().snapshot());
        assertTrue(second.changed());
        assertEquals("{ }", text(second.snapshot(), "latest.json"));
    }

    @Test
    void asksAnotherAddressUnconditionally() throws IOException, FeedException {
        upstream.serve(PATH, Reply.of("{}").etag("\"1\""));
        upstream.serve("/other.json", Reply.of("{ }").etag("\"1\""));
        SnapshotFolder first = fetch().snapshot();
        configure(Map.of("url", upstream.url("/other.json").toString()));
        assertTrue(fetch(new FakeVendor(), first).changed());
    }

    @Test
    void takesADocumentOverUnderTheSameTagWithoutAsking() throws IOException, FeedException {
        upstream.serve("/a.txt", Reply.of("A"));
        SnapshotFolder first = fetch(tagged("1"), null).snapshot();
        assertFalse(fetch(tagged("1"), first).changed());
        assertEquals(1, upstream.requests().size());
        assertFalse(fetch(tagged("2"), first).changed());
        assertEquals(2, upstream.requests().size());
    }

    @Test
    void takesADocumentOverThatACutOffFetchBroughtUnderTheSameTag() throws IOException, FeedException {
        upstream.serve("/a.txt", Reply.of("A"));
        upstream.serve("/b.txt", Reply.status(404), Reply.of("B"));
        FakeVendor vendor = new FakeVendor(NOTES, f -> {
            f.fetch(NOTES, "a", URI.create("/a.txt"), "1");
            f.fetch(NOTES, "b", URI.create("/b.txt"), "1");
        });
        assertThrows(IOException.class, () -> client.fetch(vendor, resuming("cut off")));
        SnapshotFolder snapshot = client.fetch(vendor, resuming("again")).snapshot();
        snapshot.verify();
        assertEquals("A", text(snapshot, "notes/a"));
        assertEquals("1", snapshot.document("notes/a").orElseThrow().tag());
        assertEquals(1, upstream.requests("/a.txt").size());
    }

    @Test
    void goesOnWithTheEarlierCopyOfWhatOnlyAddsAndSaysSo() throws IOException, FeedException {
        upstream.serve("/a.txt", Reply.of("A"));
        upstream.serve("/b.txt", Reply.of("B"), Reply.status(404));
        FakeVendor vendor = new FakeVendor(NOTES, f -> {
            f.fetch(NOTES, "a", URI.create("/a.txt"));
            f.fetchIfPossible(NOTES, "b", URI.create("/b.txt"));
        });
        SnapshotFolder first = fetch(vendor, null).snapshot();
        List<String> told = new ArrayList<>();
        FetchRequest again = new FetchRequest(
                folder.resolve("again"),
                first,
                folder.resolve("unfinished"),
                Optional.empty(),
                SyncFilter.EVERYTHING,
                new FetchProgress() {
                    @Override
                    public void progress(String what, long done, long total) {
                        told.add(what);
                    }

                    @Override
                    public void outdated(String feed, String reason) {
                        told.add("outdated " + feed + ": " + reason);
                    }
                });
        assertEquals("B", text(client.fetch(vendor, again).snapshot(), "notes/b"));
        assertTrue(
                told.stream().anyMatch(what -> what.startsWith("notes/b could not be fetched: fake: ")),
                told::toString);
        assertTrue(
                told.stream().anyMatch(what -> what.startsWith("outdated notes: notes/b could not be fetched: fake: ")),
                told::toString);
    }

    private FetchRequest resuming(String name) {
        Path waiting = folder.resolve("unfinished");
        return new FetchRequest(
                folder.resolve(name), null, waiting, Optional.empty(), SyncFilter.EVERYTHING, FetchProgress.NONE);
    }

    @Test
    void noticesADocumentThatIsGone() throws IOException, FeedException {
        upstream.serve("/a.txt", Reply.of("A"));
        upstream.serve("/b.txt", Reply.of("B"));
        SnapshotFolder both = fetch(notes("a", "b"), null).snapshot();
        assertEquals(
                List.of("notes/a", "notes/b"),
                both.documents().stream().map(Document::name).toList());
        assertTrue(fetch(notes("a"), both).changed());
        assertTrue(Files.exists(both.path().resolve("notes/b")));
    }

    @Test
    void sendsABodyAndKeepsTheAnswer() throws IOException, FeedException {
        upstream.serve("/ask", Reply.of("answer"));
        SnapshotFolder snapshot = fetch(
                        new FakeVendor(
                                NOTES,
                                f -> f.post(NOTES, "ask", URI.create("/ask"), "text/xml", new byte[] {'q', '?'})),
                        null)
                .snapshot();
        assertEquals("answer", text(snapshot, "notes/ask"));
        assertEquals("q?", lastRequest().body());
        assertEquals(Optional.of("text/xml"), lastRequest().header("Content-Type"));
    }

    @Test
    void takesAnAnswerOverUnderTheSameTagWithoutAsking() throws IOException, FeedException {
        upstream.serve("/ask", Reply.of("answer"));
        SnapshotFolder first = fetch(asked("1"), null).snapshot();
        assertFalse(fetch(asked("1"), first).changed());
        assertEquals(1, upstream.requests().size());
        assertFalse(fetch(asked("2"), first).changed());
        assertEquals(2, upstream.requests().size());
    }

    @Test
    void keepsAnchorAndExtent() throws IOException, FeedException {
        upstream.serve("/a.txt", Reply.of("A"));
        FetchResult first = fetch(anchored("1"), null);
        assertEquals(Optional.of("1"), first.snapshot().anchor());
        assertEquals(Extent.DELTA, first.snapshot().extent());
        FetchResult second = fetch(anchored("2"), first.snapshot());
        assertFalse(second.changed());
        assertEquals(Optional.of("2"), second.snapshot().anchor());
    }

    private static FakeVendor tagged(String tag) {
        return new FakeVendor(NOTES, fetcher -> fetcher.fetch(NOTES, "a", URI.create("/a.txt"), tag));
    }

    private static FakeVendor asked(String tag) {
        byte[] body = {'q'};
        return new FakeVendor(NOTES, f -> f.post(NOTES, "ask", URI.create("/ask"), "text/plain", body, tag));
    }

    private static FakeVendor anchored(String anchor) {
        return new FakeVendor(NOTES, fetcher -> {
            fetcher.fetch(NOTES, "a", URI.create("/a.txt"));
            fetcher.anchor(anchor, Extent.DELTA);
        });
    }

    private static FakeVendor notes(String... names) {
        return new FakeVendor(NOTES, fetcher -> {
            for (String name : names) {
                fetcher.fetch(NOTES, name, URI.create("/" + name + ".txt"));
            }
        });
    }

    private RecordedRequest lastRequest() {
        return upstream.requests().get(upstream.requests().size() - 1);
    }
}
