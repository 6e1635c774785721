package io.patchbay.shell;

import io.patchbay.spi.Feed;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How old and how trustworthy a feed is, as an administrator reads it. */
final class FeedTrust {
    private FeedTrust() {}

    /** Who vouches for its documents; for those that were recorded, whoever did that; blank if there are none. */
    static String of(FeedStatus status) {
        if (status.changed() == null) {
            return "";
        }
        return status.freshness() == Freshness.RECORDED ? "as recorded" : of(status.feed());
    }

    private static String of(Feed feed) {
        if (!feed.signer().isBlank()) {
            return "signed: " + feed.signer();
        }
        return "https".equalsIgnoreCase(feed.url().getScheme()) ? "TLS only" : "nobody";
    }

    /** The time since it was fetched; {@code recorded} or {@code never} if it was not. */
    static String age(FeedStatus status, Clock clock) {
        if (status.changed() == null) {
            return "never";
        }
        Instant fetched = status.fetched();
        return fetched == null ? "recorded" : age(fetched, clock);
    }

    /** The time since, in its largest unit. */
    static String age(Instant time, Clock clock) {
        Duration age = Duration.between(time, clock.instant());
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }
}
