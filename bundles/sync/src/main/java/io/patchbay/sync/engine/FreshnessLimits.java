package io.patchbay.sync.engine;

import io.patchbay.spi.Feed;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How old feeds may be.
 *
 * @param warning the time since the last fetch from which on an operator is warned, unless the feed says another
 * @param alarm the time since the last fetch from which on it is an alarm; at least twice the warning
 * @param leastSilence the time without a change that is no alarm for any feed
 * @param silence the longest time without a change, by {@code provider/feed}, in place of twice the longest time so far
 */
record FreshnessLimits(Duration warning, Duration alarm, Duration leastSilence, Map<String, Duration> silence) {
    private static final Logger LOG = LoggerFactory.getLogger(FreshnessLimits.class);
    private static final Duration UNSAID = Duration.ofDays(1);
    private static final Pattern DAYS = Pattern.compile("(\\S+/\\S+)=(\\d{1,4})");
    private static final Duration MOST_BEHIND = Duration.ofHours(1);

    FreshnessLimits {
        silence = Map.copyOf(silence);
    }

    static FreshnessLimits of(SyncConfig config) {
        return new FreshnessLimits(
                Duration.ofHours(config.feed_warning_hours()),
                Duration.ofHours(config.feed_alarm_hours()),
                Duration.ofDays(config.silence_days()),
                silence(config.feed_silence()));
    }

    /** Reads {@code provider/feed=days}. */
    static Map<String, Duration> silence(String... feeds) {
        Map<String, Duration> silence = new TreeMap<>();
        for (String feed : feeds) {
            Matcher matcher = DAYS.matcher(feed);
            if (matcher.matches()) {
                silence.put(matcher.group(1), Duration.ofDays(Integer.parseInt(matcher.group(2))));
            } else {
                LOG.warn("feed.silence has {}, which is not provider/feed=days and is ignored", feed);
            }
        }
        return silence;
    }

    /** How a feed is doing at a time, with what is remembered of it; null if nothing. */
    FeedStatus status(String provider, Feed feed, @Nullable FeedHistory history, SeenTime time) {
        if (history == null) {
            return new FeedStatus(feed, null, null, Freshness.NEVER, "");
        }
        if (history.fetched() == null) {
            return new FeedStatus(feed, null, history.changed(), Freshness.RECORDED, "");
        }
        Instant now = time.now();
        Duration age = Duration.between(history.fetched(), now);
        String alarm = alarm(provider, feed, history, age, time);
        Freshness freshness =
                !alarm.isEmpty() ? Freshness.ALARM : isOver(age, warning(feed)) ? Freshness.WARNING : Freshness.FRESH;
        return new FeedStatus(feed, history.fetched(), history.changed(), freshness, note(alarm, history.outdated()));
    }

    /** How a feed is doing of whose provider nothing was ever read, although that is tried since then. */
    FeedStatus unread(Feed feed, Instant tried, SeenTime time) {
        Duration age = Duration.between(tried, time.now());
        return isOver(age, alarm(feed))
                ? new FeedStatus(feed, null, null, Freshness.ALARM, "tried for " + days(age) + ", and never read")
                : new FeedStatus(feed, null, null, Freshness.NEVER, "");
    }

    private static String note(String alarm, String outdated) {
        return alarm.isEmpty() || outdated.isEmpty() ? alarm + outdated : alarm + "; " + outdated;
    }

    /** Why it is an alarm; blank if it is none. */
    private String alarm(String provider, Feed feed, FeedHistory history, Duration age, SeenTime time) {
        if (isBehind(time)) {
            return "the clock is " + days(time.behind()) + " behind the latest time seen, so its age is not known";
        }
        if (isOver(age, alarm(feed))) {
            return "not fetched for " + days(age);
        }
        Duration quiet = Duration.between(history.changed(), time.now());
        return mostSilence(provider, feed, history)
                .filter(most -> quiet.compareTo(most) > 0)
                .map(most -> "unchanged for " + days(quiet) + ", although " + days(most) + " would be long")
                .orElse("");
    }

    /** Whether the clock was set back so far that ages mean nothing. */
    static boolean isBehind(SeenTime time) {
        return time.behind().compareTo(MOST_BEHIND) > 0;
    }

    private static boolean isOver(Duration age, Duration limit) {
        return age.compareTo(limit) >= 0;
    }

    private Duration warning(Feed feed) {
        return feed.freshness().equals(UNSAID) ? warning : feed.freshness();
    }

    private Duration alarm(Feed feed) {
        return longer(alarm, warning(feed).multipliedBy(2));
    }

    /** Empty for a feed that was never seen to change: nobody knows what is normal for it. */
    private Optional<Duration> mostSilence(String provider, Feed feed, FeedHistory history) {
        Duration said = silence.get(provider + '/' + feed.name());
        return said != null
                ? Optional.of(said)
                : history.longestGap().map(gap -> longer(leastSilence, gap.multipliedBy(2)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static String days(Duration time) {
        return time.toDays() > 0 ? time.toDays() + " d" : time.toHours() + " h";
    }
}
