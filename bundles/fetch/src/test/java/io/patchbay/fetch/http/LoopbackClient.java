package io.patchbay.fetch.http;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.FakeUpstream;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine's own client for tests of providers: every feed is at its own path on an upstream on loopback, nothing is retried, and the clock
 * moves only when somebody waits.
 */
public final class LoopbackClient implements Closeable {
    private final HttpFeedClient client;
    private final FeedProvider provider;
    private final Path folder;
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int snapshots;

    /** A client that makes its snapshots in this folder. */
    public LoopbackClient(FeedProvider provider, FakeUpstream upstream, Path folder) {
        this.provider = provider;
        this.folder = folder;
        Surroundings surroundings = new Surroundings(clock(), this::pass, () -> 1.0, InetAddress::getAllByName);
        client = new HttpFeedClient(surroundings, "Patchbay/test", Configs.fetch(Map.of()));
        client.overrides = provider.feeds().stream()
                .map(feed -> override(provider, feed, upstream))
                .toList();
    }

    private static FeedOverride override(FeedProvider provider, Feed feed, FakeUpstream upstream) {
        return Configs.feed(
                feed.name(),
                Map.of(
                        "provider",
                        provider.info().id(),
                        "url",
                        upstream.url(feed.url().getRawPath()).toString(),
                        "allowHttp",
                        true,
                        "allowPrivateAddress",
                        new String[] {upstream.host()}));
    }

    /** Fetches as the engine does, taking over what it can of the snapshot before. */
    public FetchResult fetch(@Nullable SnapshotFolder previous) throws IOException, FeedException {
        Path target = folder.resolve("snapshot-" + snapshots++);
        return client.fetch(provider, FetchRequest.of(target, previous));
    }

    /** What time it is. */
    public Clock clock() {
        InstantSource time = () -> now;
        return time.withZone(ZoneOffset.UTC);
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        waits.add(time);
        now = now.plus(time);
    }

    /** How long the client has waited before each of its requests. */
    public List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public void close() {
        client.stop();
    }
}
