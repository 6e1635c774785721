package io.patchbay.sync;

import io.patchbay.spi.Feed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed of a provider is doing.
 *
 * @param feed the feed
 * @param fetched when a document of it in the newest snapshot was last fetched, or confirmed to be unchanged; null if there is none, or if it
 *     was recorded by hand
 */
public record FeedStatus(Feed feed, @Nullable Instant fetched) {}
