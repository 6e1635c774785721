package io.patchbay.sync;

import io.patchbay.spi.Feed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a feed of a provider is doing, by the last run that read it through.
 *
 * @param feed the feed
 * @param fetched when it was last fetched, or confirmed to be unchanged; null if never, or if it was recorded by hand
 * @param changed when other bytes were last found in it, or when it was first read; null if no run has read it yet
 * @param freshness how current it is
 * @param note why it is not fresh, or why an earlier copy stands in for what could not be fetched; blank if there is nothing to say
 */
public record FeedStatus(
        Feed feed, @Nullable Instant fetched, @Nullable Instant changed, Freshness freshness, String note) {}
