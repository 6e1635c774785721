package io.patchbay.fetch.http;

import io.patchbay.model.Product;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.List;

/** A provider of one feed that fetches as the test says. */
final class FakeVendor implements FeedProvider {
    static final Feed FEED = Feed.json("latest.json", "https://vendor.example/latest.json");

    private final Feed feed;
    private final String host;
    private final Directions directions;

    FakeVendor(Feed feed, Directions directions) {
        this(feed, "vendor.example", directions);
    }

    /** One that may talk to this host. */
    FakeVendor(Feed feed, String host, Directions directions) {
        this.feed = feed;
        this.host = host;
        this.directions = directions;
    }

    /** Fetches the one document. */
    FakeVendor() {
        this(FEED, fetcher -> fetcher.fetch(FEED));
    }

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("fake", "Fake Ltd", List.of(Product.named("Fake", "Fake")), host);
    }

    @Override
    public List<Feed> feeds() {
        return List.of(feed);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        directions.direct(fetcher);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) {
        throw new UnsupportedOperationException("fetched only");
    }

    /** What to fetch. */
    @FunctionalInterface
    interface Directions {
        void direct(Fetcher fetcher) throws IOException, FeedException;
    }
}
