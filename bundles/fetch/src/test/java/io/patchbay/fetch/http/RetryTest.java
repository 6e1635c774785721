package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Answer;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends FetchingTest {
    private static final Reply GOOD = Reply.of("{}");

    @BeforeEach
    void retry() {
        configureAll(Map.of("retries", 3, "backoffSeconds", 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void asksABusyUpstreamAgain(int status) throws IOException, FeedException {
        assertEquals(2, requests(Reply.status(status), GOOD));
    }

    @Test
    void asksAgainWhenTheConnectionBreaks() throws IOException, FeedException {
        assertEquals(3, requests(Fault.CLOSE_BEFORE_HEAD, Fault.CUT_SHORT, GOOD));
    }

    @Test
    void asksAgainAfterADeadline() throws IOException, FeedException {
        configureAll(Map.of("retries", 1, "deadlineSeconds", 1, "minBytesPerSecond", 0L));
        assertEquals(2, requests(Fault.STALL_IN_BODY, GOOD));
    }

    @Test
    void waitsTwiceAsLongEachTime() throws IOException {
        upstream.serve(PATH, Reply.status(503));
        assertFailure("status 503");
        assertEquals(4, upstream.requests().size());
        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8)), sleeps);
    }

    @Test
    void variesTheWait() {
        RetryPolicy policy = new RetryPolicy(3, Duration.ofSeconds(2), Duration.ofSeconds(60));
        assertEquals(Duration.ofSeconds(2), policy.pause(2, 0));
        assertEquals(Duration.ofSeconds(3), policy.pause(2, 0.5));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 400, 401, 403, 404, 500})
    void doesNotAskAgainWhatWouldBeAnsweredTheSame(int status) throws IOException {
        upstream.serve(PATH, Reply.status(status));
        assertFailure("status " + status);
        assertEquals(1, upstream.requests().size());
    }

    @Test
    void doesNotRepeatAPost() throws IOException {
        upstream.serve("/ask", Reply.status(503));
        Feed feed = Feed.text("notes", "https://vendor.example/");
        FakeVendor vendor =
                new FakeVendor(feed, f -> f.post(feed, "a", URI.create("/ask"), "text/plain", new byte[] {'q'}));
        assertFailure("status 503", () -> fetch(vendor, null));
        assertEquals(1, upstream.requests().size());
    }

    @Test
    void asksAgainWhenNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        configure(Map.of("url", "http://127.0.0.1:" + port + PATH));
        assertFailure("connection failed");
        assertEquals(3, sleeps.size());
    }

    @Test
    void waitsAsLongAsTheUpstreamAsks() throws IOException, FeedException {
        assertEquals(2, requests(Reply.status(503).header("Retry-After", "30"), GOOD));
        assertTrue(slept().compareTo(Duration.ofSeconds(30)) >= 0, sleeps.toString());
    }

    @Test
    void waitsUntilTheDateThatTheUpstreamNames() throws IOException, FeedException {
        assertEquals(2, requests(Reply.status(429).header("Retry-After", "Thu, 01 Jan 2026 00:01:00 GMT"), GOOD));
        assertEquals(Duration.ofSeconds(60), slept());
    }

    @Test
    void refusesToWaitForTooLong() throws IOException {
        upstream.serve(PATH, Reply.status(503).header("Retry-After", "3600"), GOOD);
        assertFailure("status 503, and not to be asked again before 2026-01-01T01:00:00Z");
        assertFailure("asked not to be contacted before 2026-01-01T01:00:00Z");
        assertEquals(1, upstream.requests().size());
    }

    /** Case 17. */
    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void waitsUntilALimitBeginsAnew(int status) throws IOException, FeedException {
        assertEquals(2, requests(exhausted(status, 0, now.plusSeconds(90)), GOOD));
        assertEquals(Duration.ofSeconds(90), slept());
    }

    @Test
    void saysWhenALimitBeginsAnewAndAsksNothingBefore() throws IOException {
        upstream.serve(PATH, exhausted(403, 0, now.plusSeconds(3000)), GOOD);
        assertFailure("status 403, and not to be asked again before 2026-01-01T00:50:00Z");
        assertFailure("asked not to be contacted before 2026-01-01T00:50:00Z");
        assertEquals(1, upstream.requests().size());
    }

    @Test
    void takesARefusalForOneWhileTheLimitIsNotExhausted() throws IOException {
        upstream.serve(PATH, exhausted(403, 1, now.plusSeconds(30)));
        assertFailure("status 403");
        assertEquals(List.of(), sleeps);
    }

    @Test
    void leavesNoHostAloneForMoreThanADay() throws IOException {
        upstream.serve(PATH, exhausted(403, 0, now.plus(Duration.ofDays(9000))));
        assertFailure("not to be asked again before 2026-01-02T00:00:00Z");
    }

    private static Reply exhausted(int status, int remaining, Instant reset) {
        return Reply.status(status)
                .header("X-RateLimit-Remaining", Integer.toString(remaining))
                .header("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
    }

    private int requests(Answer... answers) throws IOException, FeedException {
        upstream.serve(PATH, answers);
        assertEquals("{}", text(fetch().snapshot(), "latest.json"));
        return upstream.requests().size();
    }

    private Duration slept() {
        return sleeps.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
