package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.spi.Feed;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessLimitsTest {
    static final FreshnessLimits DEFAULT = new FreshnessLimits(
            Duration.ofHours(24),
            Duration.ofHours(72),
            Duration.ofDays(14),
            Map.of("microsoft-scan/wsusscn2.cab", Duration.ofDays(40)));

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final SeenTime TIME = new SeenTime(Clock.fixed(NOW, ZoneOffset.UTC), Instant.EPOCH);
    private static final Feed LIST = Feed.text("list", "https://vendor.example/list");

    private static FeedStatus fetched(Feed feed, Duration age) {
        return status(feed, new FeedHistory("digest", NOW.minus(age), List.of(NOW), ""));
    }

    private static FeedStatus status(Feed feed, FeedHistory history) {
        return DEFAULT.status("vendor", feed, history, TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, FRESH",
        "PT23H59M59S, FRESH",
        "PT24H, WARNING",
        "PT71H59M59S, WARNING",
        "PT72H, ALARM",
        "PT-5M, FRESH"
    })
    void tellsHowLongAgoAFeedWasFetched(Duration age, Freshness freshness) {
        assertEquals(freshness, fetched(LIST, age).freshness());
    }

    @ParameterizedTest
    @CsvSource({"P6D, FRESH", "P7D, WARNING", "P13D, WARNING", "P14D, ALARM"})
    void leavesTheWarningToTheFeedAndAlarmsNotBeforeTwiceAsLong(Duration age, Freshness freshness) {
        assertEquals(
                freshness, fetched(LIST.withFreshness(Duration.ofDays(7)), age).freshness());
    }

    @Test
    void warnsEarlierIfTheFeedSaysSo() {
        FeedStatus status = fetched(LIST.withFreshness(Duration.ofHours(2)), Duration.ofHours(3));
        assertEquals(Freshness.WARNING, status.freshness());
    }

    @Test
    void saysWhatWasNeverFetched() {
        assertEquals(new FeedStatus(LIST, null, null, Freshness.NEVER, ""), DEFAULT.status("vendor", LIST, null, TIME));
        FeedHistory recorded = new FeedHistory("digest", null, List.of(NOW), "");
        assertEquals(new FeedStatus(LIST, null, NOW, Freshness.RECORDED, ""), status(LIST, recorded));
    }

    /** Changes so many days before now, oldest first. */
    private static FeedStatus changed(int... daysAgo) {
        List<Instant> changes = new ArrayList<>();
        for (int days : daysAgo) {
            changes.add(NOW.minus(Duration.ofDays(days)));
        }
        return status(LIST, new FeedHistory("digest", NOW, changes, ""));
    }

    @Test
    void alarmsWhenAFeedIsQuietForMuchLongerThanEver() {
        assertEquals(Freshness.FRESH, changed(80, 60, 40).freshness());
        FeedStatus quiet = changed(81, 61, 41);
        assertEquals(Freshness.ALARM, quiet.freshness());
        assertEquals("unchanged for 41 d, although 40 d would be long", quiet.note());
    }

    @Test
    void leavesEveryFeedTwoWeeks() {
        assertEquals(Freshness.FRESH, changed(16, 15, 14).freshness());
        assertEquals(Freshness.ALARM, changed(17, 16, 15).freshness());
    }

    @Test
    void expectsNothingOfAFeedThatNeverChanged() {
        assertEquals(Freshness.FRESH, changed(4000).freshness());
    }

    @Test
    void knowsFeedsWhoseRhythmIsFixed() {
        Feed scan = Feed.of("wsusscn2.cab", "https://vendor.example/wsusscn2.cab", Feed.Format.CABINET);
        for (int days : new int[] {40, 41}) {
            FeedHistory history = new FeedHistory("digest", NOW, List.of(NOW.minus(Duration.ofDays(days))), "");
            assertEquals(
                    days == 40 ? Freshness.FRESH : Freshness.ALARM,
                    DEFAULT.status("microsoft-scan", scan, history, TIME).freshness());
        }
    }

    @Test
    void readsRhythmsFromConfiguration() {
        assertEquals(
                Map.of("a/list", Duration.ofDays(3), "b/x.cab", Duration.ofDays(40)),
                FreshnessLimits.silence("a/list=3", "b/x.cab=40", "list=7", "c/list=soon"));
    }

    @Test
    void saysWhatStandsInForWhatCouldNotBeFetched() {
        Instant fetched = NOW.minus(Duration.ofDays(4));
        FeedStatus status = status(LIST, new FeedHistory("digest", fetched, List.of(NOW), "list/a: status 503"));
        assertEquals(
                new FeedStatus(LIST, fetched, NOW, Freshness.ALARM, "not fetched for 4 d; list/a: status 503"), status);
    }
}
