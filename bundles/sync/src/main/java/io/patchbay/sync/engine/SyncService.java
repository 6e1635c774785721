package io.patchbay.sync.engine;

import static java.util.Objects.requireNonNull;

import io.patchbay.audit.AuditLog;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogWriter;
import io.patchbay.catalog.Generation;
import io.patchbay.fetch.FeedClient;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.sync.Decided;
import io.patchbay.sync.Decision;
import io.patchbay.sync.Difference;
import io.patchbay.sync.Examination;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Held;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Run;
import io.patchbay.sync.Sync;
import io.patchbay.sync.SyncMode;
import io.patchbay.sync.review.Decisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which providers are plugged in, and has them run when it is time or when an operator says so. A provider that goes has two seconds to end
 * its run, an operator's stop gives five.
 */
@Component(immediate = true, configurationPid = "io.patchbay.sync")
@Designate(ocd = SyncConfig.class)
public final class SyncService implements Sync {
    private static final Logger LOG = LoggerFactory.getLogger(SyncService.class);
    private static final long STOP_SECONDS = 5;
    /** Of how many runs the usual number of additions is taken. */
    private static final int ADDITIONS = 9;

    private final CatalogWriter writer;
    private final SnapshotSource source;
    private final RunCourse course;
    private final FeedWatch feeds;
    private final Quarantine quarantine;
    private final Holding holding;
    private final Decisions decisions;
    private final Runner runner;
    private final Dispatcher dispatcher;
    private final Runs runs;
    private final DueRuns due;
    private final StatusBoard board;
    private final PatchPanel panel = new PatchPanel();
    private final Filters filters = new Filters();
    private volatile SyncSettings settings;

    /** Starts with the framework's settings: see {@link SyncSettings}. */
    @Activate
    public SyncService(
            BundleContext context,
            Map<String, Object> properties,
            @Reference Catalog catalog,
            @Reference CatalogWriter writer,
            @Reference FeedClient client,
            @Reference AuditLog audit)
            throws IOException {
        this(
                SyncSettings.of(context, properties),
                catalog,
                writer,
                SyncSettings.source(context, client),
                audit,
                Clock.systemUTC());
    }

    SyncService(
            SyncSettings settings,
            Catalog catalog,
            CatalogWriter writer,
            SnapshotSource source,
            AuditLog audit,
            Clock clock)
            throws IOException {
        Path folder = Files.createDirectories(settings.folder());
        this.settings = settings;
        this.writer = writer;
        this.source = source;
        RunAudit runAudit = new RunAudit(audit);
        RunLog log = RunLog.open(folder.resolve("runs.tsv"));
        warnOfLoss(catalog, log.lastGeneration());
        this.feeds =
                new FeedWatch(folder.resolve("feeds"), source, log::triedSince, () -> this.settings.freshness(), clock);
        this.quarantine = Quarantine.open(folder.resolve("held"));
        this.decisions = Decisions.open(folder.resolve("decisions.tsv"));
        this.holding = new Holding(quarantine, decisions, runAudit, source, catalog, clock);
        this.course = new RunCourse(
                source,
                catalog,
                writer,
                decisions,
                () -> this.settings.thresholds(),
                filters::policy,
                provider -> log.additions(provider, ADDITIONS),
                runAudit,
                clock);
        this.runner = new Runner(
                settings.parallel(),
                log,
                quarantine,
                runAudit,
                clock,
                new OldSnapshots(writer, quarantine, source),
                this::runEnded);
        this.dispatcher = new Dispatcher(panel, runner, course, filters, feeds);
        this.runs = new Runs(runner, log);
        this.due = new DueRuns(
                () -> this.settings,
                panel,
                log,
                runner,
                plugged -> dispatcher.sync(plugged, SyncMode.IF_CHANGED, AuditLog.ENGINE),
                feeds,
                clock);
        this.board = new StatusBoard(catalog, panel, filters, runs, log, quarantine, feeds);
        due.begin();
    }

    /** A run is put on record after its commit, so a catalogue that is behind is not the one that was filled. */
    private static void warnOfLoss(Catalog catalog, long made) {
        long there = catalog.generations(1).stream()
                .mapToLong(Generation::number)
                .findFirst()
                .orElse(0);
        if (there < made) {
            LOG.warn(
                    "the catalogue ends with generation {}, although runs have made generation {}: its file was removed, or replaced by"
                            + " an earlier one; patchbay:sync fills it anew",
                    there,
                    made);
        }
    }

    /** Called by the framework when the configuration has changed; runs go on. */
    @Modified
    void modified(BundleContext context, Map<String, Object> changed) {
        use(SyncSettings.of(context, changed));
    }

    void use(SyncSettings changed) {
        settings = changed;
        runner.parallel(changed.parallel());
    }

    /** Ends every run. */
    @Deactivate
    public void close() {
        due.close();
        runner.close("the engine stops", STOP_SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProvider(FeedProvider provider, ServiceReference<FeedProvider> reference) {
        plug(Plugged.of(serviceId(reference), ranking(reference), provider, reference.getBundle()));
    }

    void removeProvider(FeedProvider provider, ServiceReference<FeedProvider> reference) {
        unplug(serviceId(reference));
    }

    private static int ranking(ServiceReference<FeedProvider> reference) {
        return reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0;
    }

    private static long serviceId(ServiceReference<FeedProvider> reference) {
        return (Long) requireNonNull(reference.getProperty("service.id"));
    }

    void plug(Plugged plugged) {
        panel.plug(plugged);
        writer.present(panel.ids());
        LOG.info("{} plugged in, bundle={}, version={}", plugged.id(), plugged.bundle(), plugged.version());
        due.plugged(plugged);
    }

    /** Starts what is due, as happens by itself every half minute. */
    void tick() {
        due.tick();
    }

    /** The classes of a bundle may be gone once this returns, so nothing of it runs on, whether or not it was the one in use. */
    void unplug(long service) {
        panel.unplug(service).ifPresent(gone -> {
            dispatcher.stop(gone);
            LOG.info("{} unplugged, version={}", gone.id(), gone.version());
            panel.inUse(gone.id()).ifPresent(due::plugged);
        });
        writer.present(panel.ids());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFilter(ProviderFilter filter) {
        filters.add(filter);
    }

    void removeFilter(ProviderFilter filter) {
        filters.remove(filter);
    }

    private void runEnded(Run end) {
        due.ended(end);
    }

    @Override
    public List<Run> start(Collection<String> providers, SyncMode mode, String actor) {
        return (providers.isEmpty() ? fed() : panel.chosen(providers))
                .stream()
                        .map(plugged -> dispatcher.sync(plugged, mode, actor).shown())
                        .toList();
    }

    /** Those that something can be had of; if there are none, all of them, which say what they lack. */
    private List<Plugged> fed() {
        List<Plugged> all = panel.chosen(List.of());
        List<Plugged> fed =
                all.stream().filter(plugged -> source.has(plugged.id())).toList();
        return fed.isEmpty() ? all : fed;
    }

    @Override
    public Run release(String provider, @Nullable UpdateId update, Decision decision) throws IOException {
        Plugged plugged = panel.require(provider);
        List<Held> chosen = atRest(provider, update);
        holding.release(chosen, decision);
        String snapshot = chosen.get(0).snapshot();
        return dispatcher.again(plugged, snapshot, decision.operator()).shown();
    }

    @Override
    public List<Held> reject(String provider, @Nullable UpdateId update, Decision decision) throws IOException {
        List<Held> chosen = atRest(provider, update);
        holding.reject(provider, chosen, decision);
        return chosen;
    }

    @Override
    public List<Decided> decisions() {
        return decisions.all();
    }

    @Override
    public List<Decided> forget(String provider, @Nullable UpdateId update, Decision decision) throws IOException {
        requireAtRest(provider);
        return holding.forget(provider, update, decision);
    }

    @Override
    public Difference difference(String provider, UpdateId update) throws IOException, FeedException {
        return holding.difference(panel.require(provider), update);
    }

    @Override
    public Examination examine(FeedProvider provider, Bundle bundle, Snapshot snapshot)
            throws IOException, FeedException {
        return examine(Plugged.of(0, 0, provider, bundle), snapshot);
    }

    Examination examine(Plugged plugged, Snapshot snapshot) throws IOException, FeedException {
        return course.examine(plugged, snapshot);
    }

    /** What is held, while no run can change that. */
    private List<Held> atRest(String provider, @Nullable UpdateId update) {
        requireAtRest(provider);
        return holding.require(provider, update);
    }

    private void requireAtRest(String provider) {
        if (runner.underWay(provider).isPresent()) {
            throw new IllegalArgumentException(
                    "a run of provider \"" + provider + "\" is under way; decide when it has ended");
        }
    }

    @Override
    public List<Run> stop(Collection<String> providers, String actor) {
        Set<String> ids = Set.copyOf(providers);
        List<ActiveRun> chosen = runner.underWay().stream()
                .filter(run -> ids.isEmpty() || ids.contains(run.provider()))
                .toList();
        return runner.stop(chosen, "stopped by " + actor, STOP_SECONDS);
    }

    @Override
    public Run await(long run) throws InterruptedException {
        return await(run, Duration.ofNanos(Long.MAX_VALUE));
    }

    @Override
    public Run await(long run, Duration patience) throws InterruptedException {
        return runs.await(run, patience);
    }

    @Override
    public Optional<Run> run(long number) {
        return runs.find(number);
    }

    @Override
    public List<Run> runs(int limit) {
        return runs.newest(limit);
    }

    @Override
    public List<ProviderStatus> providers() {
        return board.providers();
    }

    @Override
    public List<FeedStatus> feeds(String provider) {
        return board.feeds(provider);
    }

    @Override
    public List<Held> held() {
        return quarantine.all();
    }
}
