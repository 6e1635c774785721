package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Candidate;
import io.patchbay.catalog.Catalog;
import io.patchbay.catalog.CatalogException;
import io.patchbay.catalog.CatalogListener;
import io.patchbay.catalog.CatalogView;
import io.patchbay.catalog.CatalogWriter;
import io.patchbay.catalog.Generation;
import io.patchbay.catalog.Supersession;
import io.patchbay.catalog.view.Plan;
import io.patchbay.catalog.view.Ranking;
import io.patchbay.catalog.view.View;
import io.patchbay.feeds.config.ConfigValues;
import io.patchbay.spi.Snapshot;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue in the folder that the framework property {@code patchbay.data} names. Commits are one after another;
 * readers never wait.
 */
@Component(
        service = {Catalog.class, CatalogWriter.class, CatalogService.class},
        configurationPid = "io.patchbay.catalog",
        immediate = true)
@Designate(ocd = CatalogConfig.class)
public final class CatalogService implements Catalog, CatalogWriter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogService.class);
    private static final String DATA = "patchbay.data";
    /** How long a stop waits for listeners. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Clock clock;
    private final DataFolder folder;
    private final Database database;
    private final Store store;
    private final Map<String, Committed> committed;
    private final Listeners listeners;
    private final ReentrantLock commits = new ReentrantLock();
    private final ServedView served;
    private volatile Retention retention;
    private volatile boolean unsure;

    /** Opens the catalogue of a running framework. */
    @Activate
    public CatalogService(BundleContext context, Map<String, Object> properties) {
        this(data(context), ConfigValues.read(CatalogConfig.class, properties, LOG::warn));
    }

    private CatalogService(Path folder, CatalogConfig config) {
        this(folder, Clock.systemUTC(), Retention.of(config), ranking(config));
    }

    /** Opens the catalogue in a folder, or makes it. */
    public CatalogService(Path folder, Clock clock) {
        this(folder, clock, Retention.DEFAULT, new Ranking(List.of()));
    }

    CatalogService(Path folder, Clock clock, Retention retention, Ranking ranking) {
        this(folder, clock, retention, ranking, Connector.SQLITE);
    }

    CatalogService(Path folder, Clock clock, Retention retention, Ranking ranking, Connector connector) {
        this.clock = clock;
        this.retention = retention;
        this.folder = DataFolder.prepare(folder);
        this.database = Database.open(this.folder.catalog(), connector);
        this.store = new Store(database);
        this.served = new ServedView(store, ranking);
        try {
            this.committed = new ConcurrentHashMap<>(store.committed());
            LOG.info("catalogue {} opened, generation={}, updates={}", folder, store.generation(), store.entries());
        } catch (CatalogException e) {
            database.close();
            throw e;
        }
        this.listeners = new Listeners(PATIENCE);
    }

    /** Called by the framework when the configuration has changed. */
    @Modified
    void modified(Map<String, Object> properties) {
        CatalogConfig changed = ConfigValues.read(CatalogConfig.class, properties, LOG::warn);
        retention = Retention.of(changed);
        rank(ranking(changed));
    }

    private static Ranking ranking(CatalogConfig config) {
        return new Ranking(List.of(config.ranking()));
    }

    private static Path data(BundleContext context) {
        String folder = context.getProperty(DATA);
        if (folder == null || folder.isBlank()) {
            throw new CatalogException("the framework property " + DATA + " must name the folder for the catalogue");
        }
        return Path.of(folder);
    }

    void addListener(CatalogListener listener) {
        listeners.add(listener);
    }

    void removeListener(CatalogListener listener) {
        listeners.remove(listener);
    }

    @Override
    public CatalogView view() {
        database.requireOpen();
        return served.get();
    }

    @Override
    public List<Generation> generations(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one generation must be asked for, not " + limit);
        }
        return store.generations(limit);
    }

    @Override
    public Optional<Generation> generation(long number) {
        return store.generation(number);
    }

    @Override
    public Candidate begin(String provider, Snapshot snapshot, String fingerprint) {
        if (unsure) {
            catchUp();
        }
        // The last commit is read before the view: if one comes between, the candidate is refused later instead of
        // being stale.
        Committed before = committed.get(provider);
        Staging staging = Staging.open(folder.newCandidate());
        return new SqliteCandidate(this, provider, snapshot, fingerprint, before, current(), staging);
    }

    @Override
    public Optional<Committed> committed(String provider) {
        return Optional.ofNullable(committed.get(provider));
    }

    @Override
    public Optional<ByteBuffer> notes(String provider) {
        return store.notes(provider);
    }

    @Override
    public void present(Set<String> providers) {
        served.present(providers);
    }

    /** Hears providers in another order from now on; waits for a commit under way, which goes by the old one. */
    private void rank(Ranking ranking) {
        commits.lock();
        try {
            served.rank(ranking);
        } finally {
            commits.unlock();
        }
    }

    /** The view that is served. */
    View current() {
        return served.get().view();
    }

    /** The day it is (UTC). */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Makes a candidate the next generation; see {@link Candidate#commit}. */
    Optional<Generation> commit(SqliteCandidate candidate) {
        commits.lock();
        try {
            if (unsure) {
                catchUp();
            }
            requireNewest(candidate);
            Plan plan = candidate.plan(current());
            return plan.counts().isEmpty() ? remember(candidate) : Optional.of(write(candidate, plan));
        } finally {
            commits.unlock();
        }
    }

    /** A commit that failed may be on the disk all the same, which shows when the file is opened again. */
    private void catchUp() {
        commits.lock();
        try {
            if (store.generation() != current().generation()) {
                committed.putAll(store.committed());
                served.reload();
            }
            unsure = false;
        } finally {
            commits.unlock();
        }
    }

    private void requireNewest(SqliteCandidate candidate) {
        if (!Objects.equals(committed.get(candidate.provider()), candidate.before())) {
            throw new CatalogException(
                    "another snapshot of provider " + candidate.provider() + " was committed since this one was begun: "
                            + candidate.snapshot().name());
        }
    }

    private Optional<Generation> remember(SqliteCandidate candidate) {
        Committed before = candidate.before();
        Committed now = candidate.committed(before == null ? 0 : before.generation());
        if (!now.equals(before)) {
            Database.Work<Committed> remember = connection -> Database.transaction(connection, () -> {
                GenerationWriter.remember(connection, candidate, now);
                return now;
            });
            database.write("remember snapshot " + now.snapshot(), remember);
            committed.put(candidate.provider(), now);
        }
        return Optional.empty();
    }

    private Generation write(SqliteCandidate candidate, Plan plan) {
        long number = plan.after().generation();
        Generation generation = new Generation(
                number,
                clock.instant(),
                candidate.provider(),
                candidate.snapshot().name(),
                plan.counts());
        Committed now = candidate.committed(number);
        unsure = true; // until it is served
        database.write("commit generation " + number, connection -> {
            new GenerationWriter(connection, plan, candidate).write(generation, now);
            return number;
        });
        warnOfCircles(plan.after());
        plan.after().prepareAs(current());
        committed.put(candidate.provider(), now);
        served.replace(plan.after());
        unsure = false;
        listeners.tell(generation);
        clean(plan.changes().size());
        return generation;
    }

    /** The more a commit changed, the more it cleans, so that cleaning always catches up. */
    private void clean(int changes) {
        try {
            Cleaner cleaner = new Cleaner(current(), retention, clock.instant());
            database.write("drop old documents", connection -> cleaner.clean(connection, 2 * changes + Cleaner.STEP));
        } catch (CatalogException e) {
            LOG.warn("old documents were not dropped; the next commit tries again", e);
        }
    }

    private void warnOfCircles(View after) {
        List<Supersession> broken = after.brokenLinks();
        if (!broken.isEmpty() && !broken.equals(current().brokenLinks())) {
            LOG.warn(
                    "updates supersede each other in a circle; the weakest links, of which there are {}, are ignored: {} over {}",
                    broken.size(),
                    broken.get(0).superseding(),
                    broken.get(0).superseded());
        }
    }

    /** Closes the files; a commit under way ends first, and listeners that are still there are told of it if none hangs. */
    @Override
    @Deactivate
    public void close() {
        commits.lock();
        try {
            listeners.close();
            database.close();
        } finally {
            commits.unlock();
        }
    }
}
