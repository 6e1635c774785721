package io.patchbay.sync.engine;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.sync.FeedStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells by the newest snapshot how old the feeds of a provider are. */
final class FeedAges {
    private static final Logger LOG = LoggerFactory.getLogger(FeedAges.class);

    private FeedAges() {}

    static List<FeedStatus> of(FeedProvider provider, String id, SnapshotSource source) {
        Map<String, Instant> fetched = fetched(id, source);
        return provider.feeds().stream()
                .map(feed -> new FeedStatus(feed, fetched.get(feed.name())))
                .toList();
    }

    private static Map<String, Instant> fetched(String id, SnapshotSource source) {
        Map<String, Instant> newest = new HashMap<>();
        try {
            for (Document document :
                    source.newest(id).map(SnapshotFolder::documents).orElse(List.of())) {
                Instant time = document.fetched();
                if (time != null) {
                    newest.merge(document.feed(), time, (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        } catch (IOException | FeedException e) {
            LOG.warn("the newest snapshot of {} cannot be read, so the ages of its feeds are not known", id, e);
        }
        return newest;
    }
}
