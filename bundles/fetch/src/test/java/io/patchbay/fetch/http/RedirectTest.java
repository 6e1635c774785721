package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest extends FetchingTest {
    @Test
    void followsARelativeRedirect() throws IOException, FeedException {
        upstream.serve(PATH, Reply.redirect("/there.json"));
        upstream.serve("/there.json", Reply.of("{}"));
        assertEquals("{}", text(fetch().snapshot(), "latest.json"));
    }

    @Test
    void followsFiveRedirects() throws IOException, FeedException {
        upstream.serve(PATH, Reply.redirect("/1"));
        for (int i = 1; i < 5; i++) {
            upstream.serve("/" + i, Reply.redirect("/" + (i + 1)));
        }
        upstream.serve("/5", Reply.of("{}"));
        assertEquals("{}", text(fetch().snapshot(), "latest.json"));
    }

    @Test
    void refusesASixthRedirect() throws IOException {
        upstream.serve(PATH, Reply.redirect(PATH));
        assertFailure("more than 5 redirects");
        assertEquals(6, upstream.requests().size());
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/x, redirected to https://evil.example/x: the host is not one of the provider's",
        "http://vendor.example.evil.example/x, the host is not one",
        "file:///etc/passwd, only https is allowed",
        "ftp://vendor.example/x, only https is allowed",
        "http://user:hush@vendor.example/x, an address must not hold a user",
        "http://vendor.example/x, the host is at the private address 127.0.0.1",
        "http://vendor.example/a b, malformed address",
    })
    void refusesRedirectsElsewhere(String location, String reason) throws IOException {
        upstream.serve(PATH, Reply.redirect(location));
        assertFailure(reason);
        assertEquals(1, upstream.requests().size());
    }

    @Test
    void refusesToLoseARequestBody() throws IOException {
        upstream.serve("/ask", Reply.redirect("/there"));
        Feed feed = Feed.text("notes", "https://vendor.example/");
        FakeVendor vendor = new FakeVendor(feed, f -> f.post(feed, "a", URI.create("/ask"), "text/plain", new byte[1]));
        assertFailure("which would lose the request", () -> fetch(vendor, null));
    }

    @Test
    void repeatsARequestBodyWhereThatIsMeant() throws IOException, FeedException {
        upstream.serve("/ask", Reply.status(307).header("Location", "/there"));
        upstream.serve("/there", Reply.of("answer"));
        Feed feed = Feed.text("notes", "https://vendor.example/");
        fetch(new FakeVendor(feed, f -> f.post(feed, "a", URI.create("/ask"), "text/plain", new byte[] {'q'})), null);
        assertEquals("q", upstream.requests("/there").get(0).body());
    }
}
