package io.patchbay.fetch.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Parallel;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.spi.Answer;
import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Question;
import io.patchbay.spi.RefusedException;
import io.patchbay.spi.SyncFilter;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.RecordedRequest;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest extends FetchingTest {
    private static final Feed FEED = Feed.of("answers", "https://vendor.example/", Feed.Format.XML);
    private static final String SERVICE = "/service.asmx";

    private static Question question(String body) {
        return Question.of(URI.create(SERVICE), "text/xml; charset=utf-8", Map.of("SOAPAction", "\"urn:ask\""), body);
    }

    private static Document keep(Fetcher fetcher, String body, String name) throws IOException {
        try (Answer answer = fetcher.ask(FEED, question(body))) {
            return answer.keep(name);
        }
    }

    private SnapshotFolder fetch(FakeVendor.Directions directions) throws IOException, FeedException {
        return fetch(new FakeVendor(FEED, directions), null).snapshot();
    }

    @Test
    void keepsAnAnswerAsADocument() throws IOException, FeedException {
        upstream.serve(SERVICE, Reply.of("<a/>"));
        SnapshotFolder snapshot = fetch(f -> keep(f, "<q>\u00e9</q>", "one.xml"));
        assertEquals("<a/>", text(snapshot, "answers/one.xml"));
        Document document = snapshot.document("answers/one.xml").orElseThrow();
        assertEquals(upstream.url(SERVICE), document.url());
        assertEquals(now, document.fetched());
        assertEquals(200, document.status());
    }

    @Test
    void sendsWhatTheQuestionSays() throws IOException, FeedException {
        upstream.serve(SERVICE, Reply.of("<a/>"));
        fetch(f -> keep(f, "<q>\u00e9</q>", "one.xml"));
        RecordedRequest request = upstream.requests().get(0);
        assertEquals("POST", request.method());
        assertEquals("<q>\u00e9</q>", request.body());
        assertEquals("\"urn:ask\"", request.header("SOAPAction").orElseThrow());
        assertEquals("text/xml; charset=utf-8", request.header("Content-Type").orElseThrow());
    }

    @Test
    void asksByGetForWhatIsAtAnAddress() throws IOException, FeedException {
        upstream.serve("/moved", Reply.redirect(SERVICE));
        upstream.serve(SERVICE, Reply.of("<a/>"));
        SnapshotFolder first = fetch(f -> keepAt(f, "/moved", "week 1"));
        assertEquals("<a/>", text(first, "answers/one.xml"));
        assertEquals(
                List.of("GET", "GET"),
                upstream.requests().stream().map(RecordedRequest::method).toList());
    }

    @Test
    void takesOverAnAnswerThatWasKeptUnderItsTag() throws IOException, FeedException {
        upstream.serve(SERVICE, Reply.of("<a/>"));
        SnapshotFolder first = fetch(f -> keepAt(f, SERVICE, "week 1"));
        SnapshotFolder second = fetch(
                        new FakeVendor(FEED, f -> {
                            assertEquals(Optional.empty(), f.take(FEED, "one.xml", "week 2"));
                            assertEquals(Optional.empty(), f.take(FEED, "two.xml", "week 1"));
                            assertEquals(
                                    "week 1",
                                    f.take(FEED, "one.xml", "week 1")
                                            .orElseThrow()
                                            .tag());
                        }),
                        first)
                .snapshot();
        assertEquals("<a/>", text(second, "answers/one.xml"));
        assertEquals(1, upstream.requests().size());
    }

    private static Document keepAt(Fetcher fetcher, String url, String tag) throws IOException {
        try (Answer answer = fetcher.ask(FEED, Question.at(URI.create(url)))) {
            return answer.keep("one.xml", tag);
        }
    }

    @Test
    void leavesNothingOfAnAnswerThatIsNotKept() throws IOException, FeedException {
        upstream.serve(SERVICE, Reply.of("<cookie/>"), Reply.of("<a/>"));
        SnapshotFolder snapshot = fetch(f -> {
            Answer cookie = f.ask(FEED, question("<login/>"));
            assertEquals("<cookie/>", text(cookie));
            keep(f, "<q/>", "one.xml");
        });
        try (Stream<Path> files = Files.walk(snapshot.path())) {
            assertEquals(
                    List.of("manifest.json", "one.xml"),
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 500})
    void tellsWhyTheUpstreamRefused(int status) throws IOException {
        byte[] fault = "<Fault>no</Fault>".getBytes(UTF_8);
        upstream.serve(SERVICE, Reply.of("<Fault>no</Fault>").withStatus(status));
        RefusedException refused = assertThrows(RefusedException.class, () -> fetch(f -> keep(f, "<q/>", "one.xml")));
        assertEquals(status, refused.status());
        assertArrayEquals(fault, refused.reason());
        String message = "fake: answers from " + upstream.url(SERVICE) + ": status " + status;
        assertEquals(message, refused.getMessage());
        assertEquals(1, upstream.requests().size());
    }

    @Test
    void keepsOnlyTheBeginningOfAReason() throws IOException {
        upstream.serve(SERVICE, Reply.of(" ".repeat(1 << 20)).withStatus(500));
        RefusedException refused = assertThrows(RefusedException.class, () -> fetch(f -> keep(f, "<q/>", "one.xml")));
        assertEquals(64 << 10, refused.reason().length);
    }

    @Test
    void asksABusyUpstreamAgain() throws IOException, FeedException {
        configureAll(Map.of("retries", 3, "backoffSeconds", 2));
        upstream.serve(SERVICE, Reply.status(503), Fault.CLOSE_BEFORE_HEAD, Fault.CUT_SHORT, Reply.of("<a/>"));
        assertEquals("<a/>", text(fetch(f -> keep(f, "<q/>", "one.xml")), "answers/one.xml"));
        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)), sleeps);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_SHORT", "CHUNKS_CUT_SHORT", "GZIP_BOMB", "HUGE_CONTENT_LENGTH", "CLOSE_DELIMITED"})
    void refusesABrokenAnswer(Fault fault) throws IOException {
        configure(Map.of("sizeLimit", 1L << 20));
        upstream.serve(SERVICE, fault);
        assertThrows(IOException.class, () -> fetch(f -> keep(f, "<q/>", "one.xml")));
        assertEquals(List.of(), left());
    }

    @Test
    void refusesAnAnswerOfAnotherKind() throws IOException {
        upstream.serve(SERVICE, Reply.of("<html>please log in</html>"));
        assertFailure("not XML but an HTML page", () -> fetch(f -> keep(f, "<q/>", "one.xml")));
    }

    @Test
    void waitsBeforeTheNextQuestionIfToldTo() throws IOException, FeedException {
        upstream.serve(SERVICE, Reply.of("<a/>"));
        fetch(f -> {
            keep(f, "<q/>", "one.xml");
            f.pause(FEED, Duration.ofSeconds(20));
            keep(f, "<q/>", "two.xml");
        });
        assertEquals(List.of(Duration.ofSeconds(20)), sleeps);
    }

    @Test
    void answersSeveralThreads() throws IOException, FeedException {
        configureAll(Map.of("requestsPerHost", 4));
        upstream.serve(SERVICE, Reply.of("<a/>"));
        SnapshotFolder snapshot = fetch(f -> Parallel.<Answer>inOrder(
                4,
                40,
                (number, out) -> out.take(f.ask(FEED, question("<q/>"))),
                answer -> answer.keep("n" + f.snapshot().documents().size())));
        assertEquals(40, snapshot.documents().size());
    }

    @Test
    void goesOnFromWhatACutOffFetchBrought() throws IOException, FeedException {
        Path waiting = folder.resolve("unfinished");
        upstream.serve(SERVICE, Reply.of("<one/>"), Reply.status(404), Reply.of("<two/>"));
        FakeVendor vendor = new FakeVendor(FEED, f -> {
            if (f.unfinished().isEmpty()) {
                keep(f, "<q/>", "one.xml");
            } else {
                Document known = f.unfinished().get().documents().get(0);
                f.take(f.unfinished().get(), known);
            }
            keep(f, "<q/>", "two.xml");
        });
        assertThrows(RefusedException.class, () -> client.fetch(vendor, resuming(waiting)));
        assertEquals(List.of(), left());
        SnapshotFolder snapshot = client.fetch(vendor, resuming(waiting)).snapshot();
        snapshot.verify();
        assertEquals("<one/>", text(snapshot, "answers/one.xml"));
        assertEquals(3, upstream.requests().size());
        assertTrue(Files.notExists(waiting));
    }

    @Test
    void knowsTheSnapshotBefore() throws IOException, FeedException {
        upstream.serve(SERVICE, Reply.of("<one/>"));
        SnapshotFolder one = fetch(f -> keep(f, "<q/>", "one.xml"));
        FakeVendor vendor = new FakeVendor(
                FEED,
                f -> f.take(
                        f.previous().orElseThrow(),
                        one.document("answers/one.xml").get()));
        assertEquals(one, fetch(vendor, one).snapshot());
    }

    @Test
    void knowsWhereTheFeedIs() throws IOException, FeedException {
        upstream.serve(SERVICE, Reply.of("<one/>"));
        fetch(f -> {
            assertEquals(upstream.url(PATH), f.address(FEED));
            assertEquals(now, f.now());
            keep(f, "<q/>", "one.xml");
        });
    }

    private FetchRequest resuming(Path waiting) {
        return new FetchRequest(
                folder.resolve("snapshot"), null, waiting, Optional.empty(), SyncFilter.EVERYTHING, FetchProgress.NONE);
    }

    private static String text(Answer answer) throws IOException {
        try (answer;
                InputStream in = answer.open()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
