package io.patchbay.shell;

import io.patchbay.deployer.Deployer;
import io.patchbay.deployer.Trial;
import io.patchbay.spi.FeedProvider;
import io.patchbay.sync.ProviderStatus;
import io.patchbay.sync.Sync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The provider that an operator means: one that runs, by its id, or that of a file, which runs for the command alone. */
final class ChosenProvider implements AutoCloseable {
    private final FeedProvider provider;
    private final Bundle bundle;
    private final @Nullable Trial trial;

    private ChosenProvider(FeedProvider provider, Bundle bundle, @Nullable Trial trial) {
        this.provider = provider;
        this.bundle = bundle;
        this.trial = trial;
    }

    /** Starts what an absolute path names; anything else is an id. What cannot be had is an {@link IllegalArgumentException}. */
    static ChosenProvider open(BundleContext context, Sync sync, @Nullable Deployer deployer, String name)
            throws IOException, InterruptedException {
        Path file = Path.of(name);
        if (!file.isAbsolute()) {
            return running(context, sync, name);
        }
        if (deployer == null) {
            throw new IllegalArgumentException("the deployer is not there yet");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("there is no file " + file);
        }
        Trial trial = deployer.tryOut(file);
        return new ChosenProvider(trial.provider(), trial.bundle(), trial);
    }

    /** Of several with one id, the one that is synced. */
    private static ChosenProvider running(BundleContext context, Sync sync, String id) {
        return sync.providers().stream()
                .filter(status -> status.id().equals(id))
                .flatMap(status -> offered(context, status))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no provider \"" + id + "\" is running; a file is named by its absolute path"));
    }

    private static Stream<ChosenProvider> offered(BundleContext context, ProviderStatus status) {
        return references(context).stream()
                .filter(reference -> isFrom(reference.getBundle(), status))
                .flatMap(reference -> Stream.ofNullable(context.getService(reference))
                        .filter(provider -> provider.info().id().equals(status.id()))
                        .map(provider -> new ChosenProvider(provider, reference.getBundle(), null)));
    }

    private static boolean isFrom(@Nullable Bundle bundle, ProviderStatus status) {
        return bundle != null
                && status.bundle().equals(bundle.getSymbolicName())
                && status.version().equals(bundle.getVersion().toString());
    }

    private static Collection<ServiceReference<FeedProvider>> references(BundleContext context) {
        try {
            return context.getServiceReferences(FeedProvider.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter is always right", e);
        }
    }

    FeedProvider provider() {
        return provider;
    }

    /** The bundle it is of, or that stands in for that. */
    Bundle bundle() {
        return bundle;
    }

    @Override
    public void close() throws IOException {
        if (trial != null) {
            trial.close();
        }
    }
}
