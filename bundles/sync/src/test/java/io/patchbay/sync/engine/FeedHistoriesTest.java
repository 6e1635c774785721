package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedHistoriesTest {
    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.890Z");
    private static final FeedHistory CHANGED =
            new FeedHistory("0f", TIME, List.of(TIME.minusSeconds(60), TIME.minusSeconds(1)), "list: status 503");
    private static final FeedHistory RECORDED = new FeedHistory("1e", null, List.of(TIME.minusSeconds(5)), "");

    @TempDir
    Path folder;

    private FeedHistories put() throws IOException {
        FeedHistories histories = FeedHistories.open(folder);
        histories.put("putty", new TreeMap<>(Map.of("sums", CHANGED, "keys", RECORDED)));
        return histories;
    }

    @Test
    void survivesARestart() throws IOException {
        Map<String, FeedHistory> before = put().of("putty");
        FeedHistories after = FeedHistories.open(folder);
        assertEquals(Map.of("sums", CHANGED, "keys", RECORDED), before);
        assertEquals(before, after.of("putty"));
        assertEquals(Map.of(), after.of("other"));
        assertEquals(Optional.of(TIME), after.latest());
    }

    @Test
    void forgetsWhatIsNotPutAgain() throws IOException {
        put().put("putty", new TreeMap<>(Map.of("keys", RECORDED)));
        assertEquals(Map.of("keys", RECORDED), FeedHistories.open(folder).of("putty"));
    }

    @Test
    void leavesOutWhatIsDamaged() throws IOException {
        put();
        Path file = folder.resolve("putty.tsv");
        Files.writeString(file, Files.readString(file).replace("\t" + CHANGED.digest(), "\t0f\t"));
        assertEquals(Map.of("keys", RECORDED), FeedHistories.open(folder).of("putty"));
        Files.writeString(file, "keys\t1e\tyesterday\t" + TIME + "\t\tend\n");
        assertEquals(Map.of(), FeedHistories.open(folder).of("putty"));
        Files.write(file, new byte[] {(byte) 0xff, '\n'});
        assertEquals(Map.of(), FeedHistories.open(folder).of("putty"));
    }

    @Test
    void writesAReasonOfSeveralLinesInOne() throws IOException {
        FeedHistory hostile = new FeedHistory("0f", TIME, List.of(TIME), "one\ttwo\nthree");
        FeedHistories.open(folder).put("putty", new TreeMap<>(Map.of("sums", hostile)));
        assertEquals(
                "one two three",
                FeedHistories.open(folder).of("putty").get("sums").outdated());
    }

    @Test
    void remembersTheLastEightGapsOnly() {
        FeedHistory history = FeedHistory.first("0", TIME, TIME, "");
        assertEquals(Optional.empty(), history.longestGap());
        Instant now = TIME.plus(Duration.ofDays(30));
        history = history.next("1", now, now, "");
        for (int i = 2; i <= 8; i++) {
            now = now.plus(Duration.ofDays(1));
            history = history.next("" + i, now, now, "").next("" + i, now, now, "");
        }
        assertEquals(Optional.of(Duration.ofDays(30)), history.longestGap());
        history = history.next("9", now, now.plus(Duration.ofDays(2)), "");
        assertEquals(Optional.of(Duration.ofDays(2)), history.longestGap());
        assertEquals(9, history.changes().size());
    }
}
