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
import java.net.URI;
import java.net.UnknownHostException;
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
 * moves only when somebody waits. Safe for use by several threads.
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
        this(provider, provider.feeds(), upstream, folder);
    }

    /** A client that finds some feeds on this upstream, and the others nowhere. */
    public LoopbackClient(FeedProvider provider, List<Feed> feeds, FakeUpstream upstream, Path folder) {
        this.provider = provider;
        this.folder = folder;
        Surroundings surroundings = new Surroundings(clock(), this::pass, () -> 1.0, LoopbackClient::resolve);
        client = new HttpFeedClient(surroundings, "Patchbay/test", Configs.fetch(Map.of("requestsPerHost", 4)));
        move(feeds, upstream);
    }

    /** Has these feeds, and no others, at their own paths on another upstream. */
    public void move(List<Feed> feeds, FakeUpstream upstream) {
        client.overrides = feeds.stream()
                .map(feed -> override(feed, upstream.url(feed.url().getRawPath()), upstream.host()))
                .toList();
    }

    /** Has a feed, and no other, in this file. */
    public void move(Feed feed, Path file) {
        client.overrides = List.of(override(feed, file.toUri(), ""));
    }

    /** Whatever else a document names is nowhere: no test asks a name service. */
    private static InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (!host.equals(loopback.getHostAddress())) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {loopback};
    }

    private FeedOverride override(Feed feed, URI url, String host) {
        return Configs.feed(
                feed.name(),
                Map.of(
                        "provider",
                        provider.info().id(),
                        "url",
                        url.toString(),
                        "allowHttp",
                        true,
                        "allowPrivateAddress",
                        new String[] {host}));
    }

    /** Gives up on an answer that is not complete after so many seconds of real time. */
    public void deadline(int seconds) {
        client.modified(Configs.fetch(Map.of("requestsPerHost", 4, "deadlineSeconds", seconds)));
    }

    /** Fetches as the engine does, taking over what it can of the snapshot before. */
    public FetchResult fetch(@Nullable SnapshotFolder previous) throws IOException, FeedException {
        return fetchWith(FetchRequest.of(folder.resolve("snapshot-" + snapshots++), previous));
    }

    /** Fetches as the engine does, with a filter, progress, and what a fetch left that was cut off. */
    public FetchResult fetchWith(FetchRequest request) throws IOException, FeedException {
        return client.fetch(provider, request);
    }

    /** What time it is. */
    public Clock clock() {
        InstantSource time = this::now;
        return time.withZone(ZoneOffset.UTC);
    }

    private synchronized Instant now() {
        return now;
    }

    /** Lets time pass. */
    public synchronized void pass(Duration time) {
        if (!time.isZero()) {
            waits.add(time);
            now = now.plus(time);
        }
    }

    /** How long somebody waited, each time. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public void close() {
        client.stop();
    }
}
