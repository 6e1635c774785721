package io.patchbay.fetch.http;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Unfinished;
import io.patchbay.feeds.config.ConfigValues;
import io.patchbay.fetch.FeedClient;
import io.patchbay.fetch.FetchRequest;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The client as a service: holds what all fetches share, and picks configuration up without interrupting those that run. */
@Component(service = FeedClient.class, configurationPid = "io.patchbay.fetch")
@Designate(ocd = FetchConfig.class)
public final class HttpFeedClient implements FeedClient {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFeedClient.class);

    private final Surroundings surroundings;
    private final String agent;
    private final Watchdog watchdog = new Watchdog();
    private final NameService names;
    private final Connector connector;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<FeedOverride> overrides = List.of();

    private volatile FetchConfig config;
    private volatile HostBudgets budgets;

    /** Called by the framework. */
    @Activate
    public HttpFeedClient(BundleContext context, Map<String, Object> properties) {
        this(
                Surroundings.real(),
                agent(context.getBundle().getVersion()),
                ConfigValues.read(FetchConfig.class, properties, LOG::warn));
    }

    HttpFeedClient(Surroundings surroundings, String agent, FetchConfig config) {
        this.surroundings = surroundings;
        this.agent = agent;
        this.names = new NameService(surroundings.resolver());
        this.connector = new Connector(names, new TrustContexts());
        this.config = config;
        this.budgets = budgets(config);
    }

    /** Called by the framework when the configuration has changed. */
    @Modified
    void modified(Map<String, Object> properties) {
        modified(ConfigValues.read(FetchConfig.class, properties, LOG::warn));
    }

    void modified(FetchConfig changed) {
        config = changed;
        budgets = budgets(changed);
    }

    /** Ends what still runs. */
    @Deactivate
    void stop() {
        watchdog.close();
        names.close();
    }

    @Override
    public FetchResult fetch(FeedProvider provider, FetchRequest request) throws IOException, FeedException {
        Settings settings = new Settings(config, overrides, agent);
        Network network = new Network(connector, watchdog, budgets, surroundings.clock());
        Optional<Path> waiting = Optional.ofNullable(request.unfinished());
        Optional<SnapshotFolder> unfinished = waiting.isEmpty() ? Optional.empty() : Unfinished.open(waiting.get());
        try (SnapshotFolder.Writer writer = SnapshotFolder.create(request.target())) {
            Retries retries = new Retries(settings.retries(), surroundings);
            SnapshotFetcher fetcher =
                    new SnapshotFetcher(provider, request, settings, network, retries, writer, unfinished);
            FetchResult result = fetch(provider, fetcher, writer, waiting);
            if (waiting.isPresent()) {
                Unfinished.clear(waiting.get());
            }
            return result;
        } catch (IOException e) {
            throw Thread.currentThread().isInterrupted() ? cancelled(provider, e) : e;
        }
    }

    /** Fetches; whatever cuts that off, an error included, what documents there are go where the next fetch finds them. */
    private static FetchResult fetch(
            FeedProvider provider, SnapshotFetcher fetcher, SnapshotFolder.Writer writer, Optional<Path> waiting)
            throws IOException, FeedException {
        boolean complete = false;
        try {
            provider.fetch(fetcher);
            FetchResult result = fetcher.finish();
            complete = true;
            return result;
        } finally {
            if (!complete && waiting.isPresent()) {
                writer.giveUp(waiting.get());
            }
        }
    }

    private static InterruptedIOException cancelled(FeedProvider provider, IOException cause) {
        InterruptedIOException cancelled =
                new InterruptedIOException(provider.info().id() + ": fetch cancelled");
        cancelled.initCause(cause);
        return cancelled;
    }

    private HostBudgets budgets(FetchConfig limits) {
        return new HostBudgets(surroundings, limits.requestsPerHost(), Duration.ofMillis(limits.spacingMillis()));
    }

    private static String agent(Version version) {
        return "Patchbay/" + version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
