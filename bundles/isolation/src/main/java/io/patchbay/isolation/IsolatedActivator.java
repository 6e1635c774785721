package io.patchbay.isolation;

import static java.util.Objects.requireNonNull;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The activator of a bundle that stands in for an isolated one: asks a child who the providers are, and offers them in its name. */
public final class IsolatedActivator implements BundleActivator {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private @Nullable StandInServices services;

    /** Called by the framework. */
    public IsolatedActivator() {}

    @Override
    public void start(BundleContext context) throws IOException, FeedException {
        Bundle bundle = context.getBundle();
        String name = bundle.getSymbolicName() + ' ' + bundle.getVersion();
        Path jar = Path.of(URI.create(header(bundle, Isolation.STAND_IN_OF)));
        Set<String> pids = Set.of(header(bundle, StandIn.CONFIGURED_BY).split(" ", -1));
        ProcessIsolation isolation = isolation(context);
        services = new StandInServices(
                context, isolation.configurations(pids), configured -> isolation.start(name, jar, configured), PAUSE);
        services.start();
    }

    private static String header(Bundle standIn, String name) {
        return requireNonNull(standIn.getHeaders("").get(name));
    }

    private static ProcessIsolation isolation(BundleContext context) {
        ServiceReference<Isolation> reference =
                requireNonNull(context.getServiceReference(Isolation.class), "the engine's isolation is not running");
        return (ProcessIsolation) requireNonNull(context.getService(reference));
    }

    /** A process that runs for one of the services ends with the call. */
    @Override
    public void stop(BundleContext context) throws InterruptedException {
        if (services != null) {
            services.stop();
        }
    }
}
