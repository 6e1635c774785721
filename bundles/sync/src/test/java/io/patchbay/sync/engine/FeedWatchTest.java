package io.patchbay.sync.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.fetch.FetchProgress;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class FeedWatchTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
    private static final Feed LIST = Feed.text("list", "https://vendor.example/list");
    private static final Feed NOTES = Feed.text("notes", "https://vendor.example/notes");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(START);
    private final Plugged plugged = plugged(new Vendor());
    private boolean asksUpstream = true;
    private @Nullable Instant triedSince;
    private FeedWatch watch;
    private int snapshots;

    @BeforeEach
    void restart() {
        watch = new FeedWatch(
                folder.resolve("feeds"),
                new Folder(),
                provider -> Optional.ofNullable(triedSince),
                () -> FreshnessLimitsTest.DEFAULT,
                clock);
    }

    /** Snapshots that tests make. */
    private final class Folder implements SnapshotSource {
        @Override
        public SnapshotFolder take(
                FeedProvider provider, Optional<Committed> committed, SyncFilter filter, FetchProgress progress) {
            throw new UnsupportedOperationException("only opened");
        }

        @Override
        public boolean asksUpstream() {
            return asksUpstream;
        }

        @Override
        public SnapshotFolder open(String provider, String name) throws IOException, FeedException {
            return SnapshotFolder.open(folder.resolve(name));
        }

        @Override
        public void keep(String provider, Set<String> names) {
            throw new UnsupportedOperationException("only opened");
        }
    }

    private static class Vendor implements FeedProvider {
        @Override
        public ProviderInfo info() {
            return ProviderInfo.of("vendor", "Vendor", List.of(), "vendor.example");
        }

        @Override
        public List<Feed> feeds() {
            return List.of(LIST, NOTES);
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) {}
    }

    private static Plugged plugged(FeedProvider provider) {
        return new Plugged(1, 0, provider, "bundle", Version.emptyVersion, Policy.of(Set.of()));
    }

    /** A snapshot with a list that was fetched at a time. */
    private String snapshot(String text, @Nullable Instant fetched) throws IOException {
        String name = "snapshot" + ++snapshots;
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(folder.resolve(name))) {
            writer.put(
                    SnapshotFolder.origin("list", "list", null, fetched, 200, null, null, null),
                    new ByteArrayInputStream(text.getBytes(UTF_8)));
            writer.finish(Snapshot.Extent.FULL, Optional.empty());
        }
        return name;
    }

    private void read(String snapshot, String outdated) {
        ActiveRun run = new ActiveRun(1, plugged, "alice", clock.instant(), new Semaphore(1));
        run.read(snapshot);
        if (!outdated.isEmpty()) {
            run.outdated("list", outdated);
        }
        watch.read(run);
    }

    private FeedStatus list() {
        return watch.status(plugged).get(0);
    }

    @Test
    void knowsNothingBeforeTheFirstRun() {
        assertEquals(new FeedStatus(LIST, null, null, Freshness.NEVER, ""), list());
        assertEquals(Freshness.NEVER, watch.worst(plugged));
    }

    @Test
    void alarmsWhenAProviderIsTriedForTooLongAndNothingOfItWasEverRead() throws IOException {
        triedSince = START;
        clock.move(Duration.ofHours(72).minusSeconds(1));
        assertEquals(Freshness.NEVER, watch.worst(plugged));
        clock.move(Duration.ofSeconds(1));
        assertEquals(new FeedStatus(LIST, null, null, Freshness.ALARM, "tried for 3 d, and never read"), list());
        assertEquals(Freshness.ALARM, watch.worst(plugged));
        assertEquals(1, watch.newAlarms(List.of(plugged)).size());
        assertEquals(List.of(), watch.newAlarms(List.of(plugged)));
        read(snapshot("A", clock.instant()), "");
        assertEquals(Freshness.FRESH, watch.worst(plugged));
    }

    @Test
    void takesWhatIsUnchangedForConfirmed() throws IOException {
        String snapshot = snapshot("A", START);
        read(snapshot, "");
        clock.move(Duration.ofDays(10));
        assertEquals(Freshness.ALARM, list().freshness());
        read(snapshot, "");
        assertEquals(new FeedStatus(LIST, clock.instant(), START, Freshness.FRESH, ""), list());
        assertEquals(Freshness.NEVER, watch.status(plugged).get(1).freshness());
        assertEquals(Freshness.FRESH, watch.worst(plugged));
    }

    @Test
    void remembersWhenAFeedChanged() throws IOException {
        read(snapshot("A", START), "");
        clock.move(Duration.ofHours(5));
        read(snapshot("B", START), "");
        restart();
        assertEquals(START.plus(Duration.ofHours(5)), list().changed());
    }

    @Test
    void countsAnEarlierCopyAsOldAsItIs() throws IOException {
        read(snapshot("A", START), "");
        clock.move(Duration.ofHours(30));
        read(snapshot("A", START), "list could not be fetched: status 503");
        assertEquals(
                new FeedStatus(LIST, START, START, Freshness.WARNING, "list could not be fetched: status 503"), list());
        clock.move(Duration.ofHours(42));
        read(snapshot("A", START), "list could not be fetched: status 503");
        assertEquals(Freshness.ALARM, list().freshness());
        read(snapshot("A", clock.instant()), "");
        assertEquals("", list().note());
        assertEquals(Freshness.FRESH, list().freshness());
    }

    @Test
    void countsACopyFromBeforeItsHistoryBeganAsOldAsItIs() throws IOException {
        Instant fetched = START.minus(Duration.ofDays(2));
        read(snapshot("A", fetched), "list could not be fetched: status 503");
        assertEquals(fetched, list().fetched());
    }

    @Test
    void believesTheTimesOfARecording() throws IOException {
        asksUpstream = false;
        read(snapshot("A", null), "");
        assertEquals(Freshness.RECORDED, list().freshness());
        Instant fetched = START.minus(Duration.ofDays(2));
        read(snapshot("A", fetched), "");
        assertEquals(fetched, list().fetched());
        clock.move(Duration.ofDays(2));
        assertEquals(Freshness.ALARM, list().freshness());
        assertEquals(List.of(), watch.newAlarms(List.of(plugged)));
    }

    @Test
    void tellsOfAnAlarmOnce() throws IOException {
        read(snapshot("A", START), "");
        clock.move(Duration.ofHours(72).minusSeconds(1));
        assertEquals(List.of(), watch.newAlarms(List.of(plugged)));
        clock.move(Duration.ofSeconds(1));
        assertEquals(List.of("vendor feeds are too old: list not fetched for 3 d"), watch.newAlarms(List.of(plugged)));
        assertEquals(List.of(), watch.newAlarms(List.of(plugged)));
        read(snapshot("A", clock.instant()), "");
        assertEquals(List.of(), watch.newAlarms(List.of(plugged)));
        clock.move(Duration.ofDays(3));
        assertEquals(1, watch.newAlarms(List.of(plugged)).size());
    }

    @Test
    void looksNoYoungerWhenTheClockIsSetBack() throws IOException {
        read(snapshot("A", START), "");
        clock.move(Duration.ofDays(3));
        assertEquals(Freshness.ALARM, list().freshness());
        clock.move(Duration.ofDays(-1));
        assertEquals(Freshness.ALARM, list().freshness());
        assertEquals("the clock is 1 d behind the latest time seen, so its age is not known", list().note());
        assertEquals(
                List.of("the clock was set back, so nobody knows how old feeds are"),
                watch.newAlarms(List.of(plugged)));
        assertEquals(List.of(), watch.newAlarms(List.of(plugged)));
    }

    @Test
    void knowsAfterARestartThatTheClockWasSetBack() throws IOException {
        clock.move(Duration.ofDays(400));
        read(snapshot("A", START), "");
        clock.move(Duration.ofDays(-400));
        restart();
        assertEquals(Freshness.ALARM, list().freshness());
        read(snapshot("A", START), "");
        assertEquals(START.plus(Duration.ofDays(400)), list().fetched());
        clock.move(Duration.ofDays(400));
        assertEquals(Freshness.FRESH, list().freshness());
    }

    @Test
    void forgivesAClockThatIsCorrectedALittle() throws IOException {
        read(snapshot("A", START), "");
        clock.move(Duration.ofMinutes(-60));
        assertEquals(Freshness.FRESH, list().freshness());
    }
}
