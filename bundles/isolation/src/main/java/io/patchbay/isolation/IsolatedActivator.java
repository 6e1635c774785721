package io.patchbay.isolation;

import static java.util.Objects.requireNonNull;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The activator of a bundle that stands in for an isolated one: asks a child who the providers are, and offers them in its name. */
public final class IsolatedActivator implements BundleActivator {
    /** Called by the framework. */
    public IsolatedActivator() {}

    @Override
    public void start(BundleContext context) throws IOException, FeedException {
        Bundle bundle = context.getBundle();
        String name = bundle.getSymbolicName() + ' ' + bundle.getVersion();
        Path jar = Path.of(URI.create(requireNonNull(bundle.getHeaders("").get(Isolation.STAND_IN_OF))));
        ProcessIsolation isolation = isolation(context);
        for (IsolatedProvider provider : IsolatedProvider.of(() -> isolation.start(name, jar))) {
            Map<String, Object> properties = Map.of(Constants.SERVICE_RANKING, provider.ranking());
            context.registerService(FeedProvider.class, provider, FrameworkUtil.asDictionary(properties));
        }
    }

    private static ProcessIsolation isolation(BundleContext context) {
        ServiceReference<Isolation> reference =
                requireNonNull(context.getServiceReference(Isolation.class), "the engine's isolation is not running");
        return (ProcessIsolation) requireNonNull(context.getService(reference));
    }

    /** The framework takes the services back; a process that runs for one of them ends with the call. */
    @Override
    public void stop(BundleContext context) {
        // nothing else is held
    }
}
