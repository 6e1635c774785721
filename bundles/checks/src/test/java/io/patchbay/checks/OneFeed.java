package io.patchbay.checks;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.List;

/** A provider that fetches one of its feeds and nothing else. */
record OneFeed(FeedProvider provider, Feed feed) implements FeedProvider {
    @Override
    public ProviderInfo info() {
        return provider.info();
    }

    @Override
    public List<Feed> feeds() {
        return provider.feeds();
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(feed);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        provider.parse(snapshot, sink);
    }
}
