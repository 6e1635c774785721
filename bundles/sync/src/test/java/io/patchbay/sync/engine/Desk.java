package io.patchbay.sync.engine;

import io.patchbay.audit.file.AuditService;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.FeedProvider;
import io.patchbay.sync.Examination;
import io.patchbay.sync.Run;
import io.patchbay.sync.SyncMode;
import io.patchbay.sync.review.Policy;
import io.patchbay.sync.review.Thresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Version;

/** An engine without a framework, fed from folders, that runs when a test says so. */
final class Desk implements AutoCloseable {
    final CatalogService catalog;
    final SyncService sync;
    private final Path folder;
    private long services;

    Desk(Path folder) throws IOException {
        this(folder, Thresholds.DEFAULT, Clock.systemUTC());
    }

    Desk(Path folder, Thresholds thresholds, Clock clock) throws IOException {
        this.folder = folder;
        catalog = new CatalogService(folder.resolve("data"), clock);
        sync = new SyncService(
                new SyncSettings(
                        folder.resolve("sync"),
                        thresholds,
                        FreshnessLimitsTest.DEFAULT,
                        new Schedule(Duration.ZERO),
                        2),
                catalog,
                catalog,
                new RecordedSource(folder.resolve("feeds"), Optional.empty()),
                new AuditService(folder, clock),
                clock);
    }

    void plug(FeedProvider provider) {
        plug(provider, Policy.of(provider.info().hosts()), "1.0.0");
    }

    void plug(FeedProvider provider, Policy policy, String version) {
        sync.plug(plugged(++services, provider, policy, version));
    }

    private static Plugged plugged(long service, FeedProvider provider, Policy policy, String version) {
        return new Plugged(service, provider, provider.info(), "test", Version.parseVersion(version), policy);
    }

    /** Records a document of a case; cases come by name. */
    void record(String provider, String name, String document, byte[] content) throws IOException {
        Path recorded = Files.createDirectories(
                folder.resolve("feeds").resolve(provider).resolve(name));
        Files.write(recorded.resolve(document), content);
    }

    void record(String provider, String name, String document, String content) throws IOException {
        record(provider, name, document, content.getBytes(StandardCharsets.UTF_8));
    }

    Run run(String provider) throws InterruptedException {
        return sync.await(
                sync.start(Set.of(provider), SyncMode.IF_CHANGED).get(0).number());
    }

    /** What the review would say of a case that was recorded. */
    Examination examine(FeedProvider provider, String name) throws Exception {
        Plugged plugged = plugged(0, provider, Policy.of(provider.info().hosts()), "1.0.0");
        Path recorded = folder.resolve("feeds").resolve(plugged.id()).resolve(name);
        return sync.examine(plugged, SnapshotFolder.open(recorded));
    }

    @Override
    public void close() {
        sync.close();
        catalog.close();
    }
}
