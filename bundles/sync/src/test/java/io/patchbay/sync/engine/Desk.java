package io.patchbay.sync.engine;

import io.patchbay.audit.AuditLog;
import io.patchbay.audit.file.AuditService;
import io.patchbay.catalog.Entry;
import io.patchbay.catalog.Query;
import io.patchbay.catalog.sqlite.CatalogService;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.trust.Policy;
import io.patchbay.spi.FeedProvider;
import io.patchbay.sync.Decision;
import io.patchbay.sync.Examination;
import io.patchbay.sync.Run;
import io.patchbay.sync.SyncMode;
import io.patchbay.sync.review.Thresholds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.osgi.framework.Version;

/** An engine without a framework, all of it by one clock, that keeps its data in one folder and runs when a test says so. */
final class Desk implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(30);
    static final Schedule BY_HAND = new Schedule(Duration.ZERO);

    final CatalogService catalog;
    final AuditService audit;
    final SyncService sync;
    private final Path folder;
    private long services;

    /** An engine that is fed with what is recorded. */
    Desk(Path folder) throws IOException {
        this(folder, Thresholds.DEFAULT, Clock.systemUTC());
    }

    Desk(Path folder, Schedule schedule) throws IOException {
        this(folder, recorded(folder), Thresholds.DEFAULT, schedule, Clock.systemUTC());
    }

    /** An engine that writes its audit log through another. */
    Desk(Path folder, Schedule schedule, UnaryOperator<AuditLog> through) throws IOException {
        this(folder, recorded(folder), Thresholds.DEFAULT, schedule, Clock.systemUTC(), through);
    }

    Desk(Path folder, Thresholds thresholds, Clock clock) throws IOException {
        this(folder, recorded(folder), thresholds, BY_HAND, clock);
    }

    Desk(Path folder, SnapshotSource source, Thresholds thresholds, Schedule schedule, Clock clock) throws IOException {
        this(folder, source, thresholds, schedule, clock, UnaryOperator.identity());
    }

    private Desk(
            Path folder,
            SnapshotSource source,
            Thresholds thresholds,
            Schedule schedule,
            Clock clock,
            UnaryOperator<AuditLog> through)
            throws IOException {
        this.folder = folder;
        catalog = new CatalogService(folder, clock);
        audit = new AuditService(folder, clock);
        sync = new SyncService(settings(thresholds, schedule), catalog, catalog, source, through.apply(audit), clock);
    }

    private SyncSettings settings(Thresholds thresholds, Schedule schedule) {
        return new SyncSettings(folder.resolve("sync"), thresholds, FreshnessLimitsTest.DEFAULT, schedule, 2, PATIENCE);
    }

    /** Changes the configuration of the running engine. */
    void configure(Thresholds thresholds, Schedule schedule) {
        sync.use(settings(thresholds, schedule));
    }

    private static SnapshotSource recorded(Path folder) {
        return new RecordedSource(folder.resolve("feeds"), Optional.empty());
    }

    /** Plugs a provider in; services are numbered from 1. */
    void plug(FeedProvider provider) {
        plug(provider, Policy.of(provider.info().hosts()), "1.0.0");
    }

    void plug(FeedProvider provider, Policy policy, String version) {
        sync.plug(plugged(++services, provider, policy, version));
    }

    private static Plugged plugged(long service, FeedProvider provider, Policy policy, String version) {
        return new Plugged(service, 0, provider, "test", Version.parseVersion(version), policy);
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

    /** Records what a {@link LineProvider} reads. */
    void recordLines(String provider, String name, String... lines) throws IOException {
        record(provider, name, LineProvider.LIST.name(), String.join("\n", lines));
    }

    /** Runs a provider to the end, if anything is new. */
    Run run(String provider) throws InterruptedException {
        return run(provider, SyncMode.IF_CHANGED);
    }

    Run run(String provider, SyncMode mode) throws InterruptedException {
        return sync.await(sync.start(Set.of(provider), mode, "alice").get(0).number());
    }

    /** The titles of everything in the catalogue. */
    List<String> titles() {
        Query all = Query.builder().order(Query.Order.TITLE, false).build();
        return catalog.view().search(all).entries().stream().map(Entry::title).toList();
    }

    /** What Alice says who looks at what is held. */
    static Decision decision(String reason) {
        return new Decision("alice", reason);
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
