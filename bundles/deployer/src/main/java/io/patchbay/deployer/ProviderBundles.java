package io.patchbay.deployer;

import io.patchbay.isolation.Isolation;
import io.patchbay.spi.FeedProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and retires the bundles of providers. A bundle's own code runs on a thread that is given up on when it takes too long. */
final class ProviderBundles {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderBundles.class);
    /** Above the engine's, so that an operator can stop all drop-ins at once by the framework's start level. */
    private static final int START_LEVEL = 50;
    /** A bundle that goes may have to wait for its own start to be broken off first. */
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);
    /** How often a bundle that takes too long is interrupted, before it is left to itself. */
    private static final int INTERRUPTS = 100;

    private static final long INTERRUPT_MILLIS = 50;

    private final BundleContext context;
    private final Bundle framework;
    private final EngineApi engine;
    private final BundleInstaller installer;
    private final Origins origins;
    private final Duration deadline;

    /** Gives every start this much time. */
    ProviderBundles(BundleContext context, EngineApi engine, Isolation isolation, Origins origins, Duration deadline) {
        this.context = context;
        this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        // A level that is set later is set by the framework's own thread, which then might start the bundle once more.
        framework.adapt(FrameworkStartLevel.class).setInitialBundleStartLevel(START_LEVEL);
        this.engine = engine;
        this.installer = new BundleInstaller(context, new RevisionCheck(engine), isolation, origins);
        this.origins = origins;
        this.deadline = deadline;
    }

    /** Starts a bundle; it runs once this returns, and is gone once this throws. */
    Bundle start(ProviderJar jar) throws Refusal, InterruptedException {
        requireEngine();
        try {
            return startChecked(jar);
        } catch (Refusal e) {
            requireEngine();
            throw e;
        }
    }

    /** What fails because the engine stops is no fault of the bundle. */
    private void requireEngine() throws InterruptedException {
        if (framework.getState() != Bundle.ACTIVE) {
            throw new InterruptedException("the engine stops");
        }
    }

    private Bundle startChecked(ProviderJar jar) throws Refusal, InterruptedException {
        refuseEngineBundle(jar);
        return started(installer.install(jar), this::awaitProvider);
    }

    /** Starts the stand-in of a bundle that the engine ships, whose providers may wait for their configuration. */
    Bundle startStandIn(Bundle shipped) throws Refusal, InterruptedException {
        return started(installer.installStandIn(shipped, engine.staging()), standIn -> {});
    }

    /** What is waited for once a bundle has started. */
    @FunctionalInterface
    private interface Wait {
        void on(Bundle bundle) throws Refusal, InterruptedException;
    }

    private Bundle started(Bundle bundle, Wait wait) throws Refusal, InterruptedException {
        boolean isStarted = false;
        try {
            start(bundle, wait);
            isStarted = true;
            return bundle;
        } finally {
            if (!isStarted) {
                retire(bundle);
            }
        }
    }

    /** A shipped provider may be updated; the rest of the engine may not. */
    private void refuseEngineBundle(ProviderJar jar) throws Refusal {
        Optional<Bundle> shipped = engine.bundle(jar.symbolicName());
        if (shipped.isEmpty()) {
            return;
        }
        if (!isProvider(shipped.get())) {
            throw new Refusal("has the symbolic name of a bundle of the engine, " + jar.symbolicName());
        }
        if (shipped.get().getVersion().compareTo(jar.version()) >= 0) {
            throw new Refusal(
                    "is " + jar + ", and the engine ships " + shipped.get().getVersion() + ", which is not older");
        }
    }

    private static boolean isProvider(Bundle bundle) {
        return EngineApi.isProvider(bundle) || offersProvider(bundle.getRegisteredServices());
    }

    private static boolean offersProvider(ServiceReference<?> @Nullable [] services) {
        return services != null
                && Arrays.stream(services)
                        .map(service -> (String[]) service.getProperty(Constants.OBJECTCLASS))
                        .anyMatch(types -> Arrays.asList(types).contains(FeedProvider.class.getName()));
    }

    /** Whether a bundle runs where it is configured to run: in this process, or in its own. */
    boolean isWhereItBelongs(Bundle bundle) {
        return installer.isWhereItBelongs(bundle);
    }

    private void start(Bundle bundle, Wait wait) throws Refusal, InterruptedException {
        try {
            inTime(deadline, () -> {
                bundle.start();
                wait.on(bundle);
                return null;
            });
        } catch (TimeoutException e) {
            throw new Refusal(
                    (bundle.getState() == Bundle.ACTIVE ? "registered no FeedProvider service" : "did not start")
                            + " within " + deadline.toMillis()
                            + " ms, as patchbay.providers.deadline says; the log may say why",
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("cannot start: " + reason(Objects.requireNonNull(e.getCause())), e);
        }
    }

    /** The service as the engine will see it, so that one of another API does not count. */
    private void awaitProvider(Bundle bundle) throws Refusal, InterruptedException {
        ServiceTracker<FeedProvider, FeedProvider> tracker = new ServiceTracker<>(context, providersOf(bundle), null);
        tracker.open();
        try {
            tracker.waitForService(0);
            requireDistinct(tracker.getTracked().values());
        } finally {
            tracker.close();
        }
    }

    private static Filter providersOf(Bundle bundle) {
        try {
            return FrameworkUtil.createFilter("(&(objectClass=" + FeedProvider.class.getName() + ")(service.bundleid="
                    + bundle.getBundleId() + "))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Of two with one id, nobody could tell which is synced. */
    private static void requireDistinct(Collection<FeedProvider> providers) throws Refusal {
        Set<String> ids = new HashSet<>();
        for (FeedProvider provider : providers) {
            String id = describedId(provider);
            if (!ids.add(id)) {
                throw new Refusal("has two providers with the id " + id);
            }
        }
    }

    /** Asks what the engine will ask of it once, when it is plugged in. */
    private static String describedId(FeedProvider provider) throws Refusal {
        try {
            var unused = List.copyOf(provider.feeds());
            return provider.info().id();
        } catch (RuntimeException | LinkageError e) {
            throw new Refusal("cannot say who it is and which feeds it has: " + e, e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : failure.getMessage() + " (" + cause + ")";
    }

    /** Stops and uninstalls a bundle, unless somebody did already, and lets go of its classes. */
    void retire(Bundle bundle) throws InterruptedException {
        try {
            if (bundle.getState() != Bundle.UNINSTALLED) {
                inTime(STOP_DEADLINE, () -> {
                    bundle.uninstall();
                    return null;
                });
            }
            origins.remove(bundle);
            refresh(bundle);
        } catch (TimeoutException e) {
            LOG.warn("{} did not stop within {} and was given up on", bundle, STOP_DEADLINE);
        } catch (ExecutionException e) {
            LOG.warn("{} did not stop", bundle, e.getCause());
        }
    }

    private void refresh(Bundle bundle) throws InterruptedException {
        CountDownLatch refreshed = new CountDownLatch(1);
        framework.adapt(FrameworkWiring.class).refreshBundles(Set.of(bundle), event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                refreshed.countDown();
            }
        });
        if (!refreshed.await(STOP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("the classes of {} could not be let go of within {}", bundle, STOP_DEADLINE);
        }
    }

    /** Gives no result: a class loader may hold on to a thread that loaded a class, and so to what that gave. */
    private static void inTime(Duration deadline, Callable<@Nullable Void> action)
            throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<@Nullable Void> task = new FutureTask<>(action);
        Thread thread = new Thread(task, "drop-in");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
            end(thread);
        }
    }

    /** An interrupt is lost on a bundle that waits for nothing yet, or that catches it and waits on, so it is repeated. */
    private static void end(Thread thread) throws InterruptedException {
        for (int i = 0; i < INTERRUPTS && thread.isAlive(); i++) {
            thread.interrupt();
            thread.join(INTERRUPT_MILLIS);
        }
    }
}
