package io.patchbay.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.spi.Feed;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedTrustTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static String age(Duration time) {
        return FeedTrust.age(NOW.minus(time), CLOCK);
    }

    @Test
    void tellsTheAgeInItsLargestUnit() {
        assertEquals("0 min", age(Duration.ofSeconds(59)));
        assertEquals("59 min", age(Duration.ofMinutes(59)));
        assertEquals("23 h", age(Duration.ofHours(23)));
        assertEquals("400 d", age(Duration.ofDays(400)));
        assertEquals("0 min", age(Duration.ofHours(-1)));
    }

    @Test
    void tellsWhatWasRecordedFromWhatWasNeverRead() {
        Feed feed = Feed.json("list", "https://vendor.example/list.json");
        FeedStatus never = new FeedStatus(feed, null, null, Freshness.NEVER, "");
        assertEquals("never", FeedTrust.age(never, CLOCK));
        assertEquals("", FeedTrust.of(never));
        FeedStatus alarm = new FeedStatus(feed, null, null, Freshness.ALARM, "tried for 3 d, and never read");
        assertEquals("never", FeedTrust.age(alarm, CLOCK));
        assertEquals("", FeedTrust.of(alarm));
        assertEquals("recorded", FeedTrust.age(status(feed, null), CLOCK));
        assertEquals("0 min", FeedTrust.age(status(feed, NOW), CLOCK));
    }

    @Test
    void tellsWhoVouchesForAFeed() {
        Feed feed = Feed.json("list", "https://vendor.example/list.json");
        assertEquals("TLS only", trust(feed));
        assertEquals("signed: Vendor, OpenPGP", trust(feed.withSigner("Vendor, OpenPGP")));
        assertEquals("nobody", trust(Feed.json("list", "http://vendor.example/list.json")));
        assertEquals("as recorded", FeedTrust.of(status(feed.withSigner("Vendor, OpenPGP"), null)));
    }

    private static String trust(Feed feed) {
        return FeedTrust.of(status(feed, NOW));
    }

    private static FeedStatus status(Feed feed, @Nullable Instant fetched) {
        return new FeedStatus(feed, fetched, NOW, fetched == null ? Freshness.RECORDED : Freshness.FRESH, "");
    }
}
