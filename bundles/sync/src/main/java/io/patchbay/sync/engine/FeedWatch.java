package io.patchbay.sync.engine;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers when feeds were fetched and when they changed, and tells how fresh they are. Thread-safe. */
final class FeedWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

    private final FeedHistories histories;
    private final SnapshotSource source;
    private final Function<String, Optional<Instant>> triedSince;
    private final Supplier<FreshnessLimits> limits;
    private final SeenTime time;
    private final Map<String, Set<String>> alarming = new HashMap<>();
    private boolean behind;

    /**
     * Goes by the limits as they are whenever somebody asks.
     *
     * @param triedSince since when a provider is tried without success
     */
    FeedWatch(
            Path folder,
            SnapshotSource source,
            Function<String, Optional<Instant>> triedSince,
            Supplier<FreshnessLimits> limits,
            Clock clock) {
        this.histories = FeedHistories.open(folder);
        this.source = source;
        this.triedSince = triedSince;
        this.limits = limits;
        this.time = new SeenTime(clock, histories.latest().orElse(Instant.EPOCH));
    }

    /** Whether there can be anything to fetch of a provider. */
    boolean has(String provider) {
        return source.has(provider);
    }

    /** Remembers what a run has fetched and read through; what it did not understand proves nothing. */
    void read(ActiveRun run) {
        try {
            Snapshot snapshot = source.open(run.provider(), run.shown().snapshot());
            Map<String, FeedHistory> before = histories.of(run.provider());
            SortedMap<String, FeedHistory> after = new TreeMap<>();
            for (Feed feed : run.plugged().feeds()) {
                FeedHistory known = before.get(feed.name());
                List<Document> documents = snapshot.documents(feed);
                if (known != null || !documents.isEmpty()) {
                    after.put(feed.name(), read(run, feed, known, documents));
                }
            }
            histories.put(run.provider(), after);
        } catch (IOException | FeedException e) {
            LOG.warn("{} the ages of its feeds could not be put on record: {}", run.provider(), e.toString());
        }
    }

    private FeedHistory read(ActiveRun run, Feed feed, @Nullable FeedHistory known, List<Document> documents) {
        String digest = Fingerprint.of(documents);
        String outdated = run.outdated(feed.name());
        Instant before = known == null ? null : known.fetched();
        Instant fetched = outdated.isEmpty() ? fetched(run, before, documents) : earlier(before, documents);
        return known == null
                ? FeedHistory.first(digest, fetched, time.now(), outdated)
                : known.next(digest, fetched, time.now(), outdated);
    }

    /** Whatever the upstream did not send anew, it confirmed; of what was recorded, the recording tells. */
    private @Nullable Instant fetched(ActiveRun run, @Nullable Instant before, List<Document> documents) {
        Stream<Instant> times = source.asksUpstream()
                ? Stream.concat(Stream.of(run.shown().started()), Stream.ofNullable(before))
                : times(documents);
        return times.max(Comparator.naturalOrder()).orElse(null);
    }

    /** An earlier copy is as old as it was. */
    private static @Nullable Instant earlier(@Nullable Instant before, List<Document> documents) {
        return before != null
                ? before
                : times(documents).min(Comparator.naturalOrder()).orElse(null);
    }

    private static Stream<Instant> times(List<Document> documents) {
        return documents.stream().map(Document::fetched).filter(Objects::nonNull);
    }

    /** How the feeds of a provider are doing, in its order. */
    List<FeedStatus> status(Plugged plugged) {
        Map<String, FeedHistory> known = histories.of(plugged.id());
        FreshnessLimits now = limits.get();
        // Where something was read, what was not is a feed that no run needed.
        Instant tried = known.isEmpty() ? triedSince.apply(plugged.id()).orElse(null) : null;
        return plugged.feeds().stream()
                .map(feed -> tried == null
                        ? now.status(plugged.id(), feed, known.get(feed.name()), time)
                        : now.unread(feed, tried, time))
                .toList();
    }

    /** How the worst of the feeds of a provider is doing. */
    Freshness worst(Plugged plugged) {
        return status(plugged).stream()
                .map(FeedStatus::freshness)
                .max(Comparator.naturalOrder())
                .orElse(Freshness.NEVER);
    }

    /**
     * What has become an alarm since this was last asked, in words for the log: a line for each provider, or one if the clock was set back.
     * Of recordings nobody expects that they are fresh.
     */
    synchronized List<String> newAlarms(Collection<Plugged> all) {
        if (!source.asksUpstream()) {
            return List.of();
        }
        boolean wasBehind = behind;
        behind = FreshnessLimits.isBehind(time);
        if (behind) {
            return wasBehind ? List.of() : List.of("the clock was set back, so nobody knows how old feeds are");
        }
        return all.stream().flatMap(plugged -> newAlarm(plugged).stream()).toList();
    }

    private List<String> newAlarm(Plugged plugged) {
        List<FeedStatus> alarms = status(plugged).stream()
                .filter(status -> status.freshness() == Freshness.ALARM)
                .toList();
        Set<String> names = alarms.stream().map(status -> status.feed().name()).collect(Collectors.toSet());
        Set<String> before = alarming.put(plugged.id(), names);
        List<String> news = alarms.stream()
                .filter(status ->
                        before == null || !before.contains(status.feed().name()))
                .map(status -> status.feed().name() + " " + status.note())
                .toList();
        return news.isEmpty() ? List.of() : List.of(plugged.id() + " feeds are too old: " + String.join("; ", news));
    }
}
