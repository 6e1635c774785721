package io.patchbay.deployer;

import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Starts bundles of providers as the drop-in folder does, with the same checks, but hides their services from every other bundle. Thread-safe.
 */
final class Trials implements FindHook, EventListenerHook {
    private final BundleContext context;
    private final String location;
    private final Staging staging;
    private final Vetting vetting;
    private final ProviderBundles bundles;
    private final Set<Path> copies = new HashSet<>();

    /** Tries out what it copies into this folder, which is within the staging folder. */
    Trials(BundleContext context, Path folder, SignatureCheck signatures, JarCheck check, ProviderBundles bundles)
            throws IOException {
        this.context = context;
        this.staging = new Staging(folder);
        this.location = "reference:" + folder.toUri();
        this.vetting = new Vetting(staging, signatures, check);
        this.bundles = bundles;
    }

    /** Hides from now on what is on trial. */
    ServiceRegistration<?> hide() {
        String[] hooks = {FindHook.class.getName(), EventListenerHook.class.getName()};
        return context.registerService(hooks, this, null);
    }

    /** Starts a file's provider; fails with an {@link IOException} that says why if it is refused. */
    synchronized Trial start(Path file) throws IOException, InterruptedException {
        try {
            ProviderJar jar = vetting.vet(file);
            Bundle bundle = bundles.start(jar);
            copies.add(jar.staged());
            return new Running(bundle, jar.staged(), provider(bundle));
        } catch (Refusal e) {
            throw new IOException(file.getFileName() + " " + e.getMessage(), e);
        } finally {
            staging.keepOnly(copies);
        }
    }

    private synchronized void end(Running trial) throws IOException, InterruptedException {
        try {
            bundles.retire(trial.bundle);
        } finally {
            copies.remove(trial.copy);
            staging.keepOnly(copies);
        }
    }

    private FeedProvider provider(Bundle bundle) {
        for (ServiceReference<?> reference : bundle.getRegisteredServices()) {
            if (context.getService(reference) instanceof FeedProvider provider) {
                return provider;
            }
        }
        throw new IllegalStateException(bundle + " has no provider any more");
    }

    /** A provider on trial. */
    private final class Running implements Trial {
        private final Bundle bundle;
        private final Path copy;
        private final FeedProvider provider;

        Running(Bundle bundle, Path copy, FeedProvider provider) {
            this.bundle = bundle;
            this.copy = copy;
            this.provider = provider;
        }

        @Override
        public FeedProvider provider() {
            return provider;
        }

        @Override
        public Bundle bundle() {
            return bundle;
        }

        @Override
        public void close() throws IOException {
            // Who was interrupted while trying it out still has to take it away.
            boolean isInterrupted = Thread.interrupted();
            try {
                end(this);
            } catch (InterruptedException e) {
                isInterrupted = true;
                throw new InterruptedIOException("interrupted while the trial was ended");
            } finally {
                if (isInterrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private boolean isHidden(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle != null && bundle.getLocation().startsWith(location);
    }

    @Override
    public void find(
            BundleContext other,
            String name,
            String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        if (!other.getBundle().equals(context.getBundle())) {
            references.removeIf(this::isHidden);
        }
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        if (isHidden(event.getServiceReference())) {
            listeners.keySet().removeIf(other -> !other.getBundle().equals(context.getBundle()));
        }
    }
}
