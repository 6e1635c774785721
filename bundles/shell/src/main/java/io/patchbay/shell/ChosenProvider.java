package io.patchbay.shell;

import io.patchbay.deployer.Deployer;
import io.patchbay.deployer.Trial;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The provider that an operator means: one that runs, by its id, or that of a file, which runs for the command alone. */
final class ChosenProvider implements AutoCloseable {
    private final FeedProvider provider;
    private final @Nullable Trial trial;

    private ChosenProvider(FeedProvider provider, @Nullable Trial trial) {
        this.provider = provider;
        this.trial = trial;
    }

    /** Starts what an absolute path names; anything else is an id. What cannot be had is an {@link IllegalArgumentException}. */
    static ChosenProvider open(BundleContext context, @Nullable Deployer deployer, String name)
            throws IOException, InterruptedException {
        Path file = Path.of(name);
        if (!file.isAbsolute()) {
            return new ChosenProvider(running(context, name), null);
        }
        if (deployer == null) {
            throw new IllegalArgumentException("the deployer is not there yet");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        Trial trial = deployer.tryOut(file);
        return new ChosenProvider(trial.provider(), trial);
    }

    /** Of several with one id, the one of the newest bundle, as it is synced. */
    private static FeedProvider running(BundleContext context, String id) {
        ServiceReference<FeedProvider> newest = null;
        for (ServiceReference<FeedProvider> reference : references(context)) {
            FeedProvider provider = context.getService(reference);
            boolean meant = provider != null && provider.info().id().equals(id);
            if (meant && (newest == null || isNewer(reference, newest))) {
                newest = reference;
            }
        }
        FeedProvider provider = newest == null ? null : context.getService(newest);
        if (provider == null) {
            throw new IllegalArgumentException(
                    "no provider \"" + id + "\" is running; a file is named by its absolute path");
        }
        return provider;
    }

    private static Iterable<ServiceReference<FeedProvider>> references(BundleContext context) {
        try {
            return context.getServiceReferences(FeedProvider.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is always right", e);
        }
    }

    private static boolean isNewer(ServiceReference<?> one, ServiceReference<?> other) {
        return one.getBundle().getVersion().compareTo(other.getBundle().getVersion()) > 0;
    }

    FeedProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        if (trial != null) {
            trial.close();
        }
    }
}
