package io.patchbay.fetch.http;

import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.FakeUpstream;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The engine's own client, with every feed of a provider on loopback, no retries, and a clock that moves only when somebody waits. */
public final class LoopbackClient implements Closeable {
    private final HttpFeedClient client;
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T00:00:00Z");

    /** A client of this upstream. */
    public LoopbackClient(FakeUpstream upstream, String provider) {
        InstantSource time = this::now;
        Surroundings surroundings =
                new Surroundings(time.withZone(ZoneOffset.UTC), this::pass, () -> 1.0, InetAddress::getAllByName);
        Map<String, Object> values = Map.of("requestsPerHost", 4, "spacingMillis", 0, "retries", 0);
        client = new HttpFeedClient(surroundings, "Patchbay/test", config(FetchConfig.class, values));
        at(provider, upstream.url("/").toString(), upstream.host());
    }

    /** Puts all feeds of a provider elsewhere. */
    public void at(String provider, String url, String host) {
        client.overrides = List.of(override(provider, "*", url, host));
    }

    /** Puts one feed elsewhere, and the others nowhere. */
    public void only(String provider, String feed, String url) {
        client.overrides = List.of(override(provider, feed, url, ""));
    }

    private static FeedOverride override(String provider, String feed, String url, String host) {
        return new FeedOverride(config(
                FeedConfig.class,
                Map.of(
                        "provider",
                        provider,
                        "feed",
                        feed,
                        "url",
                        url,
                        "allowHttp",
                        true,
                        "allowPrivateAddress",
                        new String[] {host})));
    }

    /** Fetches as the engine does. */
    public FetchResult fetch(FeedProvider provider, FetchRequest request) throws IOException, FeedException {
        return client.fetch(provider, request);
    }

    /** What time it is. */
    public synchronized Instant now() {
        return now;
    }

    /** Lets time pass. */
    public synchronized void pass(Duration time) {
        if (!time.isZero()) {
            waits.add(time);
            now = now.plus(time);
        }
    }

    /** How long somebody waited each time. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }

    @Override
    public void close() {
        client.stop();
    }

    private static <T> T config(Class<T> type, Map<String, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> value(method, values)));
    }

    private static Object value(Method method, Map<String, Object> values) {
        return values.getOrDefault(method.getName(), method.getDefaultValue());
    }
}
