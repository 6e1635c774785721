package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest extends FetchingTest {
    @BeforeEach
    void beImpatient() {
        configureAll(Map.of("deadlineSeconds", 1, "minBytesPerSecond", 0L));
        configure(Map.of("sizeLimit", 100_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "STALL_BEFORE_HEAD, no complete answer within 1 s",
        "STALL_IN_BODY, no complete answer within 1 s",
        "SLOW_HEAD, no complete answer within 1 s",
        "ENDLESS_BODY, longer than the limit of 100000 bytes",
        "ENDLESS_HEAD, the head of the answer is longer than",
        "HUGE_CONTENT_LENGTH, 'the body has 2199023255552 bytes, the limit is 100000'",
        "CUT_SHORT, body cut short: 18 of 36 bytes",
        "CONTENT_LENGTH_TOO_SMALL, longer than its Content-Length",
        "CONTENT_LENGTH_NEGATIVE, Content-Length is not a number",
        "CONTENT_LENGTH_TWICE, more than one header content-length",
        "CONTENT_LENGTH_AND_CHUNKED, both a Content-Length and chunks",
        "CHUNKS_CUT_SHORT, body cut short: the last chunk is missing",
        "CHUNK_GARBAGE, no valid length",
        "CLOSE_DELIMITED, neither a length nor chunks",
        "GARBAGE_STATUS, not HTTP/1.1",
        "CLOSE_BEFORE_HEAD, closed before the answer's head",
        "GZIP_GARBAGE, not gzip",
        "GZIP_CUT_SHORT, cut short",
        "GZIP_WITH_TAIL, more behind its end",
        "GZIP_BOMB, longer than the limit",
        "REDIRECT_WITHOUT_LOCATION, redirected to nowhere",
        "REDIRECT_ELSEWHERE, redirected to https://evil.example/: the host is not one of the provider's",
        "REDIRECT_TO_FILE, only https is allowed",
        "REDIRECT_TO_FTP, only https is allowed",
        "BUSY_FOR_A_DAY, 'status 503, and not to be asked again before 2026-01-02T00:00:00Z'",
        "TOO_MANY_REQUESTS, status 429",
        "NOT_MODIFIED, status 304",
        "EMPTY_BODY, the document is empty",
    })
    void endsInTimeAndLeavesNothing(Fault fault, String reason) {
        upstream.serve(PATH, fault);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertFailure(reason));
        assertEquals(1, upstream.requests().size());
    }

    @Test
    void coversEveryFault() {
        assertEquals(30, EnumSet.allOf(Fault.class).size(), "a new fault needs its line above");
    }

    @Test
    void followsNoLoop() throws IOException {
        upstream.serve(PATH, Fault.REDIRECT_LOOP);
        assertFailure("more than 5 redirects");
        assertEquals(6, upstream.requests().size());
    }

    @Test
    void refusesABodyThatDripsForTooLong() {
        upstream.serve(PATH, Fault.SLOW_BODY);
        configure(Map.of("sizeLimit", 2_000_000_000L));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertFailure("no complete answer within 1 s"));
    }

    @Test
    void refusesABodyThatIsTooSlowLongBeforeTheDeadline() {
        configureAll(Map.of("throughputWindowSeconds", 1));
        configure(Map.of("sizeLimit", 2_000_000_000L));
        upstream.serve(PATH, Fault.SLOW_BODY);
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertFailure("bytes within 1 s"));
    }

    @Test
    void refusesGzipThatExpandsTooMuch() throws IOException {
        configure(Map.of("sizeLimit", 1_000_000_000L));
        upstream.serve(PATH, Fault.GZIP_BOMB);
        assertFailure("more than 100 times its size");
    }

    @Test
    void acceptsWhatIsJustWithinTheLimit() throws IOException, FeedException {
        configure(Map.of("sizeLimit", 10L));
        upstream.serve(PATH, Reply.of("{\"a\": 1}  "));
        assertEquals("{\"a\": 1}  ", text(fetch().snapshot(), "latest.json"));
    }

    @Test
    void refusesOneByteMoreThanTheLimit() throws IOException {
        configure(Map.of("sizeLimit", 10L));
        upstream.serve(PATH, Reply.of("{\"a\": 1}   "));
        assertFailure("the body has 11 bytes, the limit is 10");
    }

    @Test
    void refusesMoreThanTheLimitWhenItIsUncompressed() throws IOException {
        configure(Map.of("sizeLimit", 100L));
        upstream.serve(PATH, Reply.of("{\"a\": " + "1".repeat(100) + "}").gzip());
        assertFailure("longer than the limit of 100 bytes");
    }

    @Test
    void acceptsABodyWithoutLengthIfConfigured() throws IOException, FeedException {
        configure(Map.of("allowCloseDelimited", true));
        upstream.serve(PATH, Fault.CLOSE_DELIMITED);
        assertEquals(Fault.CONTENT, text(fetch().snapshot(), "latest.json"));
    }
}
