package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedRequest;
import io.patchbay.testkit.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest extends FetchingTest {
    private static final String BASIC = "Basic dXNlcjpodXNo"; // user:hush

    @BeforeEach
    void serve() {
        upstream.serve(PATH, Reply.of("{}"));
    }

    @Test
    void saysWhoWeAre() throws IOException, FeedException {
        assertEquals(Optional.of("Patchbay/test"), request().header("User-Agent"));
        configureAll(Map.of("userAgent", "Site/1"));
        assertEquals(Optional.of("Site/1"), request().header("User-Agent"));
        Feed feed = FakeVendor.FEED.withUserAgent("VLC/3.0.16 LibVLC/3.0.16");
        fetch(new FakeVendor(feed, f -> f.fetch(feed)), null);
        assertEquals(Optional.of("VLC/3.0.16 LibVLC/3.0.16"), last().header("User-Agent"));
        configure(Map.of("userAgent", "Feed/1"));
        assertEquals(Optional.of("Feed/1"), request().header("User-Agent"));
    }

    @Test
    void addsConfiguredHeadersAndCredentials() throws IOException, FeedException {
        configure(Map.of(
                "_headers", new String[] {"X-Token: hush", "accept: text/html"}, "user", "user", "_password", "hush"));
        RecordedRequest request = request();
        assertEquals(Optional.of("hush"), request.header("X-Token"));
        assertEquals(Optional.of("text/html"), request.header("Accept"));
        assertEquals(Optional.of(BASIC), request.header("Authorization"));
    }

    /** The provider's own address would be where its code says, now or in its next version. */
    @ParameterizedTest
    @MethodSource
    void sendsSecretsOnlyWhereTheConfigurationSays(Map<String, Object> secrets) throws IOException {
        client.overrides = List.of(Configs.feed("*", secrets));
        assertFailure("credentials and headers need the url to send them to, which is not configured");
    }

    static List<Map<String, Object>> sendsSecretsOnlyWhereTheConfigurationSays() {
        return List.of(Map.of("user", "user", "_password", "hush"), Map.of("_headers", new String[] {"X-Token: hush"}));
    }

    @Test
    void readsThePasswordFromAFile() throws IOException, FeedException {
        Path file = Files.writeString(folder.resolve("password"), "hush\n");
        configure(Map.of("user", "user", "passwordFile", file.toString()));
        assertEquals(Optional.of(BASIC), request().header("Authorization"));
    }

    @Test
    void refusesAPasswordFileThatIsNotThere() throws IOException {
        configure(Map.of("user", "user", "passwordFile", "/nowhere/password"));
        assertFailure("fake: latest.json: the password file /nowhere/password cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "no colon", ": nameless", "Content-Length: 1"})
    void refusesHeadersThatAreTheEngines(String header) throws IOException {
        configure(Map.of("_headers", new String[] {header}));
        assertFailure("a configured header is not 'Name: value', or is the engine's own");
    }

    @Test
    void refusesAHeaderThatIsTwo() throws IOException {
        configure(Map.of("_headers", new String[] {"X-Token: hush\r\nHost: evil.example"}));
        assertFailure("the value of header X-Token holds characters that no header can");
    }

    @Test
    void prefersTheConfigurationOfTheFeedItself() throws IOException, FeedException {
        Map<String, Object> values = Map.of(
                "url",
                upstream.url(PATH).toString(),
                "allowHttp",
                true,
                "allowPrivateAddress",
                new String[] {upstream.host()},
                "userAgent",
                "Feed/1");
        client.overrides = List.of(
                Configs.feed("*", Map.of("url", "https://nowhere.example/")),
                Configs.feed("latest.json", values),
                Configs.feed("other.json", Map.of("url", "https://nowhere.example/")));
        assertEquals(Optional.of("Feed/1"), request().header("User-Agent"));
    }

    @Test
    void refusesAPrivateAddressThatIsNotConfigured() throws IOException {
        configure(Map.of("allowPrivateAddress", new String[] {"vendor.example"}));
        assertFailure("the host is at the private address 127.0.0.1");
        assertEquals(0, upstream.requests().size());
    }

    @Test
    void refusesPlainHttpThatIsNotConfigured() throws IOException {
        configure(Map.of("allowHttp", false));
        assertFailure("only https is allowed");
        assertEquals(0, upstream.requests().size());
    }

    @Test
    void refusesAFeedOutsideItsProvidersHosts() throws IOException {
        client.overrides = List.of();
        Feed feed = Feed.json("latest.json", "https://elsewhere.example/latest.json");
        assertFailure(
                "the host is not one of the provider's", () -> fetch(new FakeVendor(feed, f -> f.fetch(feed)), null));
    }

    @Test
    void showsSecretsToNobody() throws IOException, FeedException {
        String url = upstream.url(PATH) + "?token=hush";
        configure(Map.of("url", url, "_headers", new String[] {"X-Token: hush"}, "user", "user", "_password", "hush"));
        SnapshotFolder snapshot = fetch().snapshot();
        assertEquals(PATH + "?token=hush", last().target());
        assertFalse(Files.readString(snapshot.path().resolve("manifest.json")).contains("hush"));
        upstream.serve(PATH, Reply.status(404));
        IOException failure = assertThrows(IOException.class, this::fetch);
        assertEquals("fake: latest.json from " + upstream.url(PATH) + ": status 404", failure.getMessage());
        assertFalse(Configs.feed("a", Map.of()).toString().contains("hush"));
        assertFalse(new Credentials("user", "hush").toString().contains("hush"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://user:hush@vendor.example/", "https://vendor.example/?token=hush hush", "hush"})
    void showsNoSecretOfAMalformedAddress(String url) throws IOException {
        configure(Map.of("url", url));
        String message = failure(this::fetch);
        assertTrue(message.startsWith("fake: latest.json: the configured url "), message);
        assertFalse(message.contains("hush"), message);
    }

    @Test
    void refusesAProviderThatFetchesNothing() throws IOException {
        assertFailure(
                "fake: the provider fetched no document", () -> fetch(new FakeVendor(FakeVendor.FEED, f -> {}), null));
    }

    @Test
    void resolvesAFamilysAddressesAgainstTheConfiguredOne() throws IOException, FeedException {
        Feed family = Feed.text("sums", "https://vendor.example/sums/");
        configure(Map.of("url", upstream.url("/mirror/").toString()));
        upstream.serve("/mirror/0.83/sha512sums", Reply.of("00  a"));
        fetch(new FakeVendor(family, f -> f.fetch(family, "0.83", URI.create("0.83/sha512sums"))), null);
        assertEquals("/mirror/0.83/sha512sums", last().target());
    }

    @Test
    void leavesTheTimeBetweenRequestsThatIsConfigured() throws IOException, FeedException {
        Feed polite = FakeVendor.FEED.withSpacing(Duration.ofSeconds(2));
        fetchTwice(polite);
        configure(Map.of("spacingMillis", 7000L));
        fetchTwice(polite);
        assertEquals(
                List.of(2, 2, 7),
                sleeps.stream()
                        .filter(d -> !d.isZero())
                        .map(Duration::toSeconds)
                        .map(Long::intValue)
                        .toList());
    }

    private void fetchTwice(Feed feed) throws IOException, FeedException {
        fetch(new FakeVendor(feed, f -> f.fetch(feed)), null);
        fetch(new FakeVendor(feed, f -> f.fetch(feed)), null);
    }

    private RecordedRequest request() throws IOException, FeedException {
        fetch();
        return last();
    }

    private RecordedRequest last() {
        return upstream.requests().get(upstream.requests().size() - 1);
    }
}
