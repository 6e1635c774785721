package io.patchbay.shell;

import io.patchbay.spi.Feed;
import io.patchbay.sync.FeedStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How old and how trustworthy a feed is, as an administrator reads it. */
final class FeedTrust {
    private FeedTrust() {}

    /** Who vouches for its documents; for those that were recorded, whoever did that. */
    static String of(FeedStatus status) {
        return status.fetched() == null ? "as recorded" : of(status.feed());
    }

    private static String of(Feed feed) {
        if (!feed.signer().isBlank()) {
            return "signed: " + feed.signer();
        }
        return "https".equalsIgnoreCase(feed.url().getScheme()) ? "TLS only" : "nobody";
    }

    /** The time since, in its largest unit; {@code recorded} where there is none. */
    static String age(@Nullable Instant fetched, Clock clock) {
        if (fetched == null) {
            return "recorded";
        }
        Duration age = Duration.between(fetched, clock.instant());
        if (age.toDays() > 0) {
            return age.toDays() + " d";
        }
        return age.toHours() > 0 ? age.toHours() + " h" : Math.max(0, age.toMinutes()) + " min";
    }
}
