package io.patchbay.sync.engine;

import static java.util.Objects.requireNonNull;

import io.patchbay.audit.AuditLog;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogWriter;
import io.patchbay.catalog.CatalogWriter.Committed;
import io.patchbay.fetch.FeedClient;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.SyncFilter;
import io.patchbay.sync.Difference;
import io.patchbay.sync.Examination;
import io.patchbay.sync.FeedStatus;
import io.patchbay.sync.Freshness;
import io.patchbay.sync.Held;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.ProviderStatus.Presence;
import io.patchbay.sync.Run;
import io.patchbay.sync.Sync;
import io.patchbay.sync.SyncMode;
import io.patchbay.sync.engine.RunCourse.Outcome;
import io.patchbay.sync.review.Decisions;
import io.patchbay.sync.review.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
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
    private static final long TICK_SECONDS = 30;
    private static final long STOP_SECONDS = 5;
    private static final long UNPLUG_SECONDS = 2;
    /** Of how many runs the usual number of additions is taken. */
    private static final int ADDITIONS = 9;

    private final Catalog catalog;
    private final CatalogWriter writer;
    private final SnapshotSource source;
    private final RunCourse course;
    private final Schedule schedule;
    private final Clock clock;
    private final RunLog log;
    private final FeedWatch feeds;
    private final Quarantine quarantine;
    private final Holding holding;
    private final Runner runner;
    private final Runs runs;
    private final PatchPanel panel = new PatchPanel();
    private final Set<String> runAgain = ConcurrentHashMap.newKeySet();
    private final Map<String, ProviderFilter> filters = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "patchbay-schedule"));

    /** Starts with the framework's settings: see {@link SyncSettings}. */
    @Activate
    public SyncService(
            BundleContext context,
            SyncConfig config,
            @Reference Catalog catalog,
            @Reference CatalogWriter writer,
            @Reference FeedClient client,
            @Reference AuditLog audit)
            throws IOException {
        this(
                SyncSettings.of(context, config),
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
        this.catalog = catalog;
        this.writer = writer;
        this.source = source;
        this.schedule = settings.schedule();
        this.clock = clock;
        RunAudit runAudit = new RunAudit(audit);
        this.log = RunLog.open(folder.resolve("runs.tsv"));
        this.feeds = new FeedWatch(folder.resolve("feeds"), source, settings.freshness(), clock);
        this.quarantine = Quarantine.open(folder.resolve("held"));
        Decisions decisions = Decisions.open(folder.resolve("decisions.tsv"));
        this.holding = new Holding(quarantine, decisions, runAudit, source, catalog, clock);
        this.course = new RunCourse(
                source,
                catalog,
                writer,
                decisions,
                settings.thresholds(),
                this::policy,
                provider -> log.additions(provider, ADDITIONS),
                runAudit,
                clock);
        this.runner = new Runner(
                settings.parallel(), log, quarantine, runAudit, clock, this::dropOldSnapshots, this::runEnded);
        this.runs = new Runs(runner, log);
        var unused = ticker.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    private Policy policy(Plugged plugged) {
        ProviderFilter filter = filters.get(plugged.id());
        return filter == null ? plugged.policy() : filter.narrow(plugged.policy());
    }

    /** Ends every run. */
    @Deactivate
    public void close() {
        ticker.shutdownNow();
        runner.stop(runner.underWay(), "the engine stops", STOP_SECONDS);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProvider(FeedProvider provider, ServiceReference<FeedProvider> reference) {
        plug(plugged(serviceId(reference), provider, reference.getBundle()));
    }

    private static Plugged plugged(long service, FeedProvider provider, Bundle bundle) {
        ProviderInfo info = provider.info();
        Policy policy = BundlePolicy.of(bundle, info);
        return new Plugged(service, provider, info, bundle.getSymbolicName(), bundle.getVersion(), policy);
    }

    void removeProvider(FeedProvider provider, ServiceReference<FeedProvider> reference) {
        unplug(serviceId(reference));
    }

    private static long serviceId(ServiceReference<FeedProvider> reference) {
        return (Long) requireNonNull(reference.getProperty("service.id"));
    }

    void plug(Plugged plugged) {
        panel.plug(plugged);
        writer.present(panel.ids());
        LOG.info("{} plugged in, bundle={}, version={}", plugged.id(), plugged.bundle(), plugged.version());
        if (isDue(plugged) && !startIfIdle(plugged)) {
            runAgain.add(plugged.id());
        }
    }

    void unplug(long service) {
        panel.unplug(service).ifPresent(gone -> {
            runner.underWay(gone.id())
                    .filter(run -> run.plugged().service() == service)
                    .ifPresent(run -> runner.stop(List.of(run), "its provider went", UNPLUG_SECONDS));
            LOG.info("{} unplugged, version={}", gone.id(), gone.version());
        });
        writer.present(panel.ids());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFilter(ProviderFilter filter) {
        filters.put(filter.provider(), filter);
    }

    void removeFilter(ProviderFilter filter) {
        filters.remove(filter.provider(), filter);
    }

    private boolean isDue(Plugged plugged) {
        return plugged.equals(panel.inUse(plugged.id()).orElse(null))
                && schedule.isDue(plugged, log.last(plugged.id()), clock.instant());
    }

    /** An exception that came out of here would end the schedule for good. */
    private void tick() {
        try {
            List<Plugged> inUse =
                    panel.ids().stream().flatMap(id -> panel.inUse(id).stream()).toList();
            inUse.stream().filter(this::isDue).forEach(this::startIfIdle);
            feeds.newAlarms(inUse).forEach(alarm -> LOG.warn("{}", alarm));
        } catch (RuntimeException e) {
            LOG.error("what is due could not be started; the next try is in {} s", TICK_SECONDS, e);
        }
    }

    private boolean startIfIdle(Plugged plugged) {
        return runner.begin(plugged, run -> sync(run, SyncMode.IF_CHANGED))
                .plugged()
                .equals(plugged);
    }

    private Outcome sync(ActiveRun run, SyncMode mode) throws IOException, FeedException {
        Outcome outcome = course.sync(run, mode, filter(run.provider()));
        feeds.read(run);
        return outcome;
    }

    private void dropOldSnapshots(Run end) {
        Set<String> needed = new HashSet<>();
        writer.committed(end.provider()).map(Committed::snapshot).ifPresent(needed::add);
        quarantine.of(end.provider()).forEach(held -> needed.add(held.snapshot()));
        try {
            source.keep(end.provider(), needed);
        } catch (IOException e) {
            LOG.warn("{} old snapshots could not be deleted: {}", end.provider(), e.toString());
        }
    }

    /** Runs again what was plugged in while this ran. */
    private void runEnded(Run end) {
        if (runAgain.remove(end.provider())) {
            panel.inUse(end.provider()).ifPresent(this::startIfIdle);
        }
    }

    private SyncFilter filter(String provider) {
        ProviderFilter filter = filters.get(provider);
        return filter == null ? SyncFilter.EVERYTHING : filter.filter();
    }

    @Override
    public List<Run> start(Collection<String> providers, SyncMode mode) {
        List<Plugged> chosen = plugged(providers);
        return chosen.stream()
                .map(p -> runner.begin(p, run -> sync(run, mode)).shown())
                .toList();
    }

    private List<Plugged> plugged(Collection<String> providers) {
        SortedSet<String> ids = providers.isEmpty() ? panel.ids() : new TreeSet<>(providers);
        return ids.stream().map(this::plugged).toList();
    }

    private Plugged plugged(String id) {
        return panel.inUse(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no provider \"" + id + "\" is running; there are: " + String.join(", ", panel.ids())));
    }

    @Override
    public Run release(String provider, @Nullable UpdateId update, String reason) throws IOException {
        Plugged plugged = plugged(provider);
        List<Held> chosen = atRest(provider, update);
        holding.release(chosen, reason);
        String snapshot = chosen.get(0).snapshot();
        return runner.begin(plugged, run -> course.again(run, snapshot)).shown();
    }

    @Override
    public List<Held> reject(String provider, @Nullable UpdateId update, String reason) throws IOException {
        List<Held> chosen = atRest(provider, update);
        holding.reject(provider, chosen, reason);
        return chosen;
    }

    @Override
    public Difference difference(String provider, UpdateId update) throws IOException, FeedException {
        return holding.difference(plugged(provider), update);
    }

    @Override
    public Examination examine(FeedProvider provider, Snapshot snapshot) throws IOException, FeedException {
        Bundle bundle = FrameworkUtil.getBundle(provider.getClass());
        return examine(plugged(0, provider, bundle), snapshot);
    }

    Examination examine(Plugged plugged, Snapshot snapshot) throws IOException, FeedException {
        return course.examine(plugged, snapshot);
    }

    /** What is held, while no run can change that. */
    private List<Held> atRest(String provider, @Nullable UpdateId update) {
        if (runner.underWay(provider).isPresent()) {
            throw new IllegalArgumentException(
                    "a run of provider \"" + provider + "\" is under way; decide when it has ended");
        }
        return holding.require(provider, update);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public List<Run> stop(Collection<String> providers) {
        Set<String> ids = Set.copyOf(providers);
        List<ActiveRun> chosen = runner.underWay().stream()
                .filter(run -> ids.isEmpty() || ids.contains(run.provider()))
                .toList();
        return runner.stop(chosen, "stopped by an operator", STOP_SECONDS);
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
        Map<String, Long> live = catalog.view().liveCounts();
        SortedSet<String> ids = new TreeSet<>(live.keySet());
        ids.addAll(panel.ids());
        List<ProviderStatus> all = new ArrayList<>();
        ids.forEach(id -> all.add(status(id, live.getOrDefault(id, 0L))));
        return all;
    }

    private ProviderStatus status(String id, long live) {
        Plugged plugged = panel.inUse(id).orElse(null);
        return new ProviderStatus(
                id,
                plugged == null ? Presence.ABSENT : Presence.PRESENT,
                plugged == null ? "" : plugged.version().toString(),
                plugged == null ? null : plugged.info(),
                live,
                runs.last(id),
                log.lastSuccess(id).map(Run::ended).orElse(null),
                !quarantine.of(id).isEmpty(),
                plugged == null ? Freshness.NEVER : feeds.worst(plugged),
                panel.others(id));
    }

    @Override
    public List<FeedStatus> feeds(String provider) {
        return panel.inUse(provider).map(feeds::status).orElse(List.of());
    }

    @Override
    public List<Held> held() {
        return quarantine.all();
    }
}
