package io.patchbay.isolation;

import io.patchbay.isolation.wire.Configured;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The providers of a stand-in: those that a child has with what is configured, asked anew when that changes. As with components, a provider whose configuration
 * changes goes, and comes back with the new one.
 */
final class StandInServices implements ConfigurationListener {
    private static final Logger LOG = LoggerFactory.getLogger(StandInServices.class);
    private static final long SECONDS_TO_END = 5;

    /** Starts a process with these configurations. */
    @FunctionalInterface
    interface Starter {
        Child start(List<Configured> configurations) throws IOException;
    }

    private final BundleContext context;
    private final Configurations configurations;
    private final Starter starter;
    private final Duration pause;
    private final ScheduledExecutorService thread;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private @Nullable List<Configured> known;

    /** Offers services of a bundle; tries what failed again after a pause. */
    StandInServices(BundleContext context, Configurations configurations, Starter starter, Duration pause) {
        this.context = context;
        this.configurations = configurations;
        this.starter = starter;
        this.pause = pause;
        String name = "configuration of " + context.getBundle().getSymbolicName();
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
    }

    /** Offers what there is, and follows from then on. */
    void start() throws IOException, FeedException {
        context.registerService(ConfigurationListener.class, this, null);
        renew();
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (configurations.isConcernedBy(event)) {
            thread.execute(() -> follow(true)); // a process takes longer than whoever tells of events should wait
        }
    }

    /** What failed is tried once more: the machine may have been too busy, and no other event comes. */
    private void follow(boolean isTriedAgain) {
        try {
            renew();
        } catch (InterruptedIOException e) {
            LOG.debug("stopped", e);
        } catch (IOException | FeedException e) {
            LOG.error("{} has no provider as it is configured now", context.getBundle(), e);
            if (isTriedAgain) {
                var unused = thread.schedule(() -> follow(false), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** What runs stays until it is known what comes after it; of what cannot be, nothing stays. */
    private synchronized void renew() throws IOException, FeedException {
        List<Configured> now = configurations.now();
        if (now.equals(known)) {
            return;
        }
        known = null;
        List<IsolatedProvider> providers = List.of();
        try {
            providers = IsolatedProvider.of(() -> starter.start(now));
            known = now;
        } finally {
            registrations.forEach(ServiceRegistration::unregister);
            registrations.clear();
            providers.forEach(this::register);
        }
    }

    private void register(IsolatedProvider provider) {
        Map<String, Object> properties = Map.of(Constants.SERVICE_RANKING, provider.ranking());
        registrations.add(
                context.registerService(FeedProvider.class, provider, FrameworkUtil.asDictionary(properties)));
    }

    /** Follows no more; the framework takes the services back. */
    void stop() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("{} still asks who its providers are", context.getBundle());
        }
    }
}
