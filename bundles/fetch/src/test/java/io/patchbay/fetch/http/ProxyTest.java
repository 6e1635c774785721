package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.FakeUpstream;
import io.patchbay.testkit.RecordedRequest;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProxyTest extends FetchingTest {
    private static final String BASIC = "Basic dXNlcjpodXNo"; // user:hush

    @Test
    void asksTheProxyForPlainAddresses() throws IOException, FeedException {
        configureProxy(upstream.port());
        configure(Map.of("url", "http://vendor.example/latest.json"));
        upstream.serve("http://vendor.example/latest.json", Reply.of("{}"));
        fetch();
        RecordedRequest request = upstream.requests().get(0);
        assertEquals(Optional.of("vendor.example"), request.header("Host"));
        assertEquals(Optional.of(BASIC), request.header("Proxy-Authorization"));
    }

    @Test
    void tunnelsThroughTheProxyToSecureAddresses() throws IOException, FeedException {
        try (FakeUpstream secure = FakeUpstream.startTls(folder);
                FakeProxy proxy = new FakeProxy(secure, "200 OK")) {
            secure.serve(PATH, Reply.of("{}"));
            configureProxy(proxy.port());
            configure(Map.of(
                    "url",
                    "https://localhost:4443" + PATH,
                    "trustAnchor",
                    folder.resolve("certificate.pem").toString()));
            assertEquals("{}", text(fetch().snapshot(), "latest.json"));
            assertTrue(proxy.heads().get(0).startsWith("CONNECT localhost:4443 HTTP/1.1\r\n"));
            assertTrue(proxy.heads().get(0).contains("\r\nProxy-Authorization: " + BASIC + "\r\n"));
            assertFalse(secure.requests().get(0).headers().containsKey("proxy-authorization"));
        }
    }

    @Test
    void saysThatTheProxyRefused() throws IOException {
        try (FakeProxy proxy = new FakeProxy(upstream, "407 Who are you")) {
            configureProxy(proxy.port());
            configure(Map.of("url", "https://vendor.example" + PATH));
            assertFailure("the proxy refused to connect with status 407");
        }
    }

    @Test
    void leavesTheProxyOutWhereThatIsConfigured() throws IOException, FeedException {
        configureProxy(1);
        configure(Map.of("direct", true));
        upstream.serve(PATH, Reply.of("{}"));
        assertEquals("{}", text(fetch().snapshot(), "latest.json"));
    }

    private void configureProxy(int port) {
        configureAll(
                Map.of("proxyHost", "127.0.0.1", "proxyPort", port, "proxyUser", "user", "_proxyPassword", "hush"));
    }
}
