package io.patchbay.sync.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.catalog.Evidence;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Text;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import io.patchbay.sync.Run.State;
import io.patchbay.sync.review.Thresholds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run that read a signed feed through leaves behind, and one that did not. */
class VerifiedRunTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
    private static final UpdateId ID = UpdateId.of("vendor", "a");

    @TempDir
    Path folder;

    private final MovableClock clock = new MovableClock(START);
    private Desk desk;

    /** Gives the digest that its signed list holds. */
    private static final class Vendor implements FeedProvider {
        static final Feed SUMS =
                Feed.text("sums", "https://vendor.example/sums").withSigner("Vendor, OpenPGP");

        @Override
        public ProviderInfo info() {
            return ProviderInfo.of("vendor", "Vendor", List.of(), "vendor.example");
        }

        @Override
        public List<Feed> feeds() {
            return List.of(SUMS);
        }

        @Override
        public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
            String sum = Text.read(snapshot, SUMS);
            if (sum.equals("forged")) {
                throw new FeedException("sums", "", "not a signature of it");
            }
            Digest digest = new Digest(Digest.Algorithm.SHA256, sum, "sums");
            ContentFile file =
                    new ContentFile("a.exe", 7, List.of(digest), List.of(), null, ContentFile.Patching.SELF_CONTAINED);
            sink.accept(Update.builder(ID, UpdateType.SOFTWARE)
                    .files(List.of(file), "sums")
                    .build());
        }
    }

    @BeforeEach
    void start() throws IOException {
        desk = new Desk(folder, Thresholds.DEFAULT, clock);
        desk.plug(new Vendor());
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    private State run(String name, String sums) throws IOException, InterruptedException {
        Path snapshot = folder.resolve("feeds/vendor").resolve(name);
        Files.createDirectories(snapshot.getParent());
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(snapshot)) {
            writer.put(
                    SnapshotFolder.origin("sums", "sums", Vendor.SUMS.url(), clock.instant(), 200, null, null, null),
                    new ByteArrayInputStream(sums.getBytes(StandardCharsets.UTF_8)));
            writer.finish(Snapshot.Extent.FULL, Optional.empty());
        }
        return desk.run("vendor").state();
    }

    @Test
    void provesTheFilesAndTheFeed() throws Exception {
        assertEquals(State.CHANGED, run("1", "0".repeat(64)));
        assertEquals(Evidence.B, desk.catalog.view().entry(ID).orElseThrow().evidence());
        assertEquals(
                List.of(new FeedStatus(Vendor.SUMS, START, START, Freshness.FRESH, "")), desk.sync.feeds("vendor"));
        clock.move(Duration.ofDays(1));
        assertEquals(Freshness.WARNING, desk.sync.providers().get(0).freshness());
        assertEquals(State.UNCHANGED, run("2", "0".repeat(64)));
        assertEquals(
                List.of(new FeedStatus(Vendor.SUMS, clock.instant(), START, Freshness.FRESH, "")),
                desk.sync.feeds("vendor"));
    }

    @Test
    void provesNothingIfItIsRefused() throws Exception {
        run("1", "0".repeat(64));
        clock.move(Duration.ofDays(3));
        assertEquals(State.FAILED, run("2", "forged"));
        FeedStatus status = desk.sync.feeds("vendor").get(0);
        assertEquals(START, status.fetched());
        assertEquals(START, status.changed());
        assertEquals(Freshness.ALARM, status.freshness());
    }
}
