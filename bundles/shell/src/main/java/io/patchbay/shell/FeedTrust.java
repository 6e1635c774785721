package io.patchbay.shell;

import io.patchbay.spi.Feed;
import io.patchbay.sync.FeedStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How old and how trustworthy a feed is, as an administrator reads it. */
final class FeedTrust {
    private FeedTrust() {}

    /** Who vouches for its documents; for those that were recorded, whoever did that; blank if there are none. */
    static String of(FeedStatus status) {
        return switch (status.freshness()) {
            case NEVER -> "";
            case RECORDED -> "as recorded";
            default -> of(status.feed());
        };
    }

    private static String of(Feed feed) {
        if (!feed.signer().isBlank()) {
            return "signed: " + feed.signer();
        }
        return "https".equalsIgnoreCase(feed.url().getScheme()) ? "TLS only" : "nobody";
    }

    /** The time since it was fetched; {@code recorded} or {@code never} if it was not. */
    static String age(FeedStatus status, Clock clock) {
        Instant fetched = status.fetched();
        return fetched == null ? UpdateFields.word(status.freshness()) : age(fetched, clock);
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
