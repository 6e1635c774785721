package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.spi.Feed;
import io.patchbay.sync.Freshness;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often silence would have been taken for an alarm in almost five years of nine products, in which nobody held anything back. */
class RealRhythmTest {
    private static final Feed FEED = Feed.text("list", "https://vendor.example/list");

    @ParameterizedTest
    @CsvSource({
        "7zip, 0",
        "firefox-esr, 0",
        "firefox, 2",
        "googlechrome, 3",
        "notepadplusplus, 2",
        "oraclejdk, 3",
        "putty, 2",
        "thunderbird, 4",
        "vlc, 0"
    })
    void alarmsSeldomWithoutACause(String product, int alarms) throws IOException {
        Optional<Path> history = Samples.badInput("real-history");
        if (history.isPresent()) {
            assertEquals(alarms, alarms(history.get().resolve(product + ".tsv")));
        }
    }

    private static int alarms(Path file) throws IOException {
        int alarms = 0;
        FeedHistory history = null;
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            Instant time = OffsetDateTime.parse(columns[0]).toInstant();
            alarms += history != null && isAlarm(history, time) ? 1 : 0;
            history = history == null
                    ? FeedHistory.first(columns[1], time, time, "")
                    : history.next(columns[1], time, time, "");
        }
        return alarms;
    }

    /** Whether it was an alarm just before the next change, although it was always fetched. */
    private static boolean isAlarm(FeedHistory history, Instant change) {
        Instant before = change.minus(Duration.ofSeconds(1));
        FeedHistory fetched = new FeedHistory(history.digest(), before, history.changes(), "");
        SeenTime time = new SeenTime(Clock.fixed(before, ZoneOffset.UTC), Instant.EPOCH);
        return FreshnessLimitsTest.DEFAULT.status("vendor", FEED, fetched, time).freshness() == Freshness.ALARM;
    }
}
