package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.Fault;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest extends FetchingTest {
    private static FakeUpstream secure;
    private static Path anchor;
    private int asked;

    @BeforeAll
    static void startTls(@TempDir Path certificates) throws IOException {
        secure = FakeUpstream.startTls(certificates);
        anchor = certificates.resolve("certificate.pem");
    }

    @AfterAll
    static void stopTls() throws IOException {
        secure.close();
    }

    @BeforeEach
    void serve() {
        secure.serve(PATH, Reply.of("{}"));
        asked = secure.requests().size();
    }

    @Test
    void trustsTheFeedsAnchor() throws IOException, FeedException {
        configureTls(Map.of("trustAnchor", anchor.toString()));
        assertEquals("{}", text(fetch().snapshot(), "latest.json"));
    }

    @Test
    void trustsNobodyUnknown() throws IOException {
        configureTls(Map.of());
        assertFailure("TLS failed");
        assertEquals(asked, secure.requests().size());
    }

    @Test
    void refusesACertificateThatIsOutOfDate(@TempDir Path certificates) throws IOException {
        try (FakeUpstream expired = FakeUpstream.startExpiredTls(certificates)) {
            Path trusted = certificates.resolve("certificate.pem");
            configureTls(Map.of("url", expired.url(PATH).toString(), "trustAnchor", trusted.toString()));
            assertFailure("TLS failed: the certificate is out of date");
            assertEquals(List.of(), expired.requests());
        }
    }

    @Test
    void refusesARedirectThatLeavesTls() throws IOException {
        configureTls(Map.of("trustAnchor", anchor.toString()));
        secure.serve(PATH, Reply.redirect(upstream.url(PATH).toString()));
        assertFailure("only https is allowed");
        assertEquals(List.of(), upstream.requests());
    }

    @Test
    void doesNotRetryAfterAFailureOfTrust() throws IOException {
        configureAll(Map.of("retries", 3));
        configureTls(Map.of());
        assertFailure("TLS failed");
        assertEquals(0, sleeps.size());
    }

    @Test
    void refusesACertificateOfAnotherHost() throws IOException {
        String url = "https://vendor.example:" + secure.port() + PATH;
        configureTls(Map.of(
                "url", url, "allowPrivateAddress", new String[] {"vendor.example"}, "trustAnchor", anchor.toString()));
        assertFailure("TLS failed");
    }

    @Test
    void refusesAnAnchorThatIsNoCertificate() throws IOException {
        configureTls(Map.of(
                "trustAnchor",
                Files.writeString(folder.resolve("a.pem"), "hello").toString()));
        assertFailure("a.pem is no certificate");
    }

    @Test
    void refusesAnAnchorThatIsNotThere() throws IOException {
        configureTls(Map.of("trustAnchor", "/nowhere/a.pem"));
        assertFailure("the trust anchor /nowhere/a.pem cannot be read");
    }

    @Test
    void noticesFaultsBehindTls() throws IOException {
        configureAll(Map.of("deadlineSeconds", 1, "minBytesPerSecond", 0L));
        configureTls(Map.of("trustAnchor", anchor.toString()));
        secure.serve(PATH, Fault.CUT_SHORT, Fault.STALL_IN_BODY, Fault.CONTENT_LENGTH_TOO_SMALL);
        assertFailure("body cut short: 18 of 36 bytes");
        assertFailure("no complete answer within 1 s");
        assertFailure("longer than its Content-Length");
    }

    @Test
    void keepsAContextUntilItsFileChanges() throws IOException {
        TrustContexts contexts = new TrustContexts();
        SSLContext first = contexts.context(Optional.of(anchor));
        assertSame(first, contexts.context(Optional.of(anchor)));
        Files.setLastModifiedTime(anchor, FileTime.fromMillis(1));
        assertNotSame(first, contexts.context(Optional.of(anchor)));
    }

    private void configureTls(Map<String, Object> further) {
        Map<String, Object> values =
                new HashMap<>(Map.of("url", secure.url(PATH).toString(), "allowHttp", false));
        values.putAll(further);
        configure(values);
    }
}
