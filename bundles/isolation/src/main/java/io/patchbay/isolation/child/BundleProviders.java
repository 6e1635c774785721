package io.patchbay.isolation.child;

import static java.util.Objects.requireNonNull;

import io.patchbay.isolation.wire.Configured;
import io.patchbay.isolation.wire.Described;
import io.patchbay.isolation.wire.Start;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.util.tracker.ServiceTracker;

/** The providers of one bundle, in a framework with nothing else in it but what makes components. */
final class BundleProviders {
    private final Map<ServiceReference<FeedProvider>, FeedProvider> providers;

    private BundleProviders(Map<ServiceReference<FeedProvider>, FeedProvider> providers) {
        this.providers = providers;
    }

    /** Starts the bundle, and waits until it has a provider: the engine waits no longer than it wants to. */
    static BundleProviders start(Start start) throws BundleException, IOException, InterruptedException {
        Framework framework = new FrameworkFactory().newFramework(configuration(start));
        framework.start();
        BundleContext context = framework.getBundleContext();
        List<Bundle> services = new ArrayList<>();
        for (String file : start.services()) {
            services.add(install(context, file));
        }
        for (Bundle service : services) {
            service.start();
        }
        configure(context, start.configurations());
        Bundle bundle = install(context, start.bundle());
        bundle.start();
        return new BundleProviders(await(context, bundle));
    }

    /** Components find their configurations when they come. */
    private static void configure(BundleContext context, List<Configured> configurations) throws IOException {
        ConfigurationAdmin admin =
                requireNonNull(context.getService(context.getServiceReference(ConfigurationAdmin.class)));
        for (Configured configured : configurations) {
            Configuration configuration = configured.isOneOfSeveral()
                    ? admin.createFactoryConfiguration(configured.pid(), "?")
                    : admin.getConfiguration(configured.pid(), "?");
            configuration.update(configured.dictionary());
        }
    }

    private static Map<String, String> configuration(Start start) {
        return Map.of(
                Constants.FRAMEWORK_STORAGE,
                Path.of(start.folder(), "cache").toString(),
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                start.exports(),
                "felix.cm.pm",
                "memory", // secrets would be in files
                "felix.shutdown.hook",
                "false",
                "felix.log.level",
                "1");
    }

    private static Bundle install(BundleContext context, String file) throws BundleException {
        return context.installBundle("reference:" + Path.of(file).toUri());
    }

    /** Components are there as soon as their bundle has started; an activator may take its time. */
    private static Map<ServiceReference<FeedProvider>, FeedProvider> await(BundleContext context, Bundle bundle)
            throws InterruptedException {
        ServiceTracker<FeedProvider, FeedProvider> tracker = new ServiceTracker<>(context, FeedProvider.class, null);
        tracker.open();
        if (bundle.getHeaders("").get("Service-Component") == null) {
            tracker.waitForService(0);
        }
        return tracker.getTracked();
    }

    List<Described> described() {
        return providers.entrySet().stream()
                .map(entry -> described(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Described described(ServiceReference<FeedProvider> reference, FeedProvider provider) {
        Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
        return new Described(provider.info(), provider.feeds(), ranking instanceof Integer number ? number : 0);
    }

    FeedProvider get(String id) {
        return providers.values().stream()
                .filter(provider -> provider.info().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the bundle has no provider " + id + " any more"));
    }
}
