package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.FakeUpstream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A client, an upstream on loopback that the feed is configured to be at, and a clock that moves only when the client sleeps. */
abstract class FetchingTest {
    static final String PATH = "/latest.json";

    @TempDir
    Path folder;

    FakeUpstream upstream;
    HttpFeedClient client;
    final List<Duration> sleeps = new ArrayList<>();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int snapshots;

    @BeforeEach
    void start() throws IOException {
        upstream = FakeUpstream.start();
        client = new HttpFeedClient(surroundings(), "Patchbay/test", Configs.fetch(Map.of()));
        configure(Map.of());
    }

    @AfterEach
    void stop() throws IOException {
        client.stop();
        upstream.close();
    }

    Surroundings surroundings() {
        InstantSource source = () -> now;
        return new Surroundings(source.withZone(ZoneOffset.UTC), this::sleep, () -> 1.0, FetchingTest::resolve);
    }

    /** Configures the feed to be on the fake upstream, and further values. */
    void configure(Map<String, Object> further) {
        Map<String, Object> values = new HashMap<>(
                Map.of("url", upstream.url(PATH).toString(), "allowHttp", true, "allowPrivateAddress", new String[] {
                    upstream.host()
                }));
        values.putAll(further);
        client.overrides = List.of(Configs.feed("*", values));
    }

    /** Configures what holds for all feeds. */
    void configureAll(Map<String, Object> values) {
        client.modified(Configs.fetch(values));
    }

    FetchResult fetch() throws IOException, FeedException {
        return fetch(new FakeVendor(), null);
    }

    FetchResult fetch(FeedProvider provider, @Nullable SnapshotFolder previous) throws IOException, FeedException {
        return client.fetch(provider, FetchRequest.of(folder.resolve("snapshot" + ++snapshots), previous));
    }

    /** Fetches, expects a failure that leaves nothing behind, and returns its message. */
    String failure(Executable fetch) throws IOException {
        IOException failure = assertThrows(IOException.class, fetch);
        assertEquals(List.of(), left());
        return String.valueOf(failure.getMessage());
    }

    void assertFailure(String part) throws IOException {
        assertFailure(part, this::fetch);
    }

    void assertFailure(String part, Executable fetch) throws IOException {
        String message = failure(fetch);
        assertTrue(message.contains(part), message);
    }

    static String text(SnapshotFolder snapshot, String document) throws IOException, FeedException {
        try (InputStream in = snapshot.open(document)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("snapshot"))
                    .toList();
        }
    }

    private void sleep(Duration duration) {
        if (!duration.isZero()) {
            sleeps.add(duration);
            now = now.plus(duration);
        }
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        return host.endsWith(".example")
                ? new InetAddress[] {InetAddress.getLoopbackAddress()}
                : InetAddress.getAllByName(host);
    }
}
