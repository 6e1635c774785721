package io.patchbay.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a feed.
 *
 * @param digest of the names and bytes of its documents
 * @param fetched when it was last fetched, or confirmed to be unchanged; null if it was recorded by hand
 * @param changes when it was first read, and when other bytes were found, oldest first
 * @param outdated why an earlier copy stands in for what could not be fetched; blank if none does
 */
record FeedHistory(String digest, @Nullable Instant fetched, List<Instant> changes, String outdated) {
    private static final int GAPS = 8;

    FeedHistory {
        changes = List.copyOf(changes);
    }

    static FeedHistory first(String digest, @Nullable Instant fetched, Instant now, String outdated) {
        return new FeedHistory(digest, fetched, List.of(now), outdated);
    }

    /** The same after another run. */
    FeedHistory next(String newDigest, @Nullable Instant newFetched, Instant now, String newOutdated) {
        List<Instant> all = new ArrayList<>(changes);
        if (!newDigest.equals(digest)) {
            all.add(now);
        }
        return new FeedHistory(
                newDigest, newFetched, all.subList(Math.max(0, all.size() - GAPS - 1), all.size()), newOutdated);
    }

    Instant changed() {
        return changes.get(changes.size() - 1);
    }

    /** The longest time between two of the last changes; empty if it never changed. */
    Optional<Duration> longestGap() {
        return IntStream.range(1, changes.size())
                .mapToObj(i -> Duration.between(changes.get(i - 1), changes.get(i)))
                .max(Duration::compareTo);
    }
}
