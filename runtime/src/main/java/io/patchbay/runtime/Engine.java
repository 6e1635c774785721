package io.patchbay.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.Felix;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.service.condition.Condition;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The framework with all bundles of a distribution. It runs from {@link #start} until {@link #close}. */
final class Engine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
    private static final int LIBRARIES_LEVEL = 10;
    private static final int ENGINE_LEVEL = 20;
    private static final String PROVIDERS = "io.patchbay.provider.";
    private static final String CONSOLE = "org.apache.felix.gogo.jline";

    private final Framework framework;
    private final List<Bundle> bundles = new ArrayList<>();

    private Engine(Framework framework) {
        this.framework = framework;
    }

    /**
     * Starts every bundle but the console's.
     *
     * @param settings framework properties, over those of the configuration files
     * @return the engine, ready: its drop-in bundles are there and its shell socket listens
     */
    static Engine start(Distribution distribution, Home home, Map<String, String> settings) throws EngineException {
        ClassLoader before = withoutContextClassLoader();
        try {
            Engine engine = new Engine(new Felix(configuration(distribution, home, settings)));
            engine.startOrClose(distribution, home);
            return engine;
        } catch (IOException e) {
            throw new EngineException("cannot read the distribution in " + distribution.folder() + ": " + e, e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Map<String, Object> configuration(Distribution distribution, Home home, Map<String, String> settings)
            throws IOException, EngineException {
        Map<String, Object> configuration = new HashMap<>();
        configuration.putAll(distribution.frameworkProperties(home));
        configuration.put(Constants.FRAMEWORK_STORAGE, home.folder("cache").toString());
        configuration.put("felix.cm.dir", home.folder().resolve("cache/config").toString());
        configuration.put("felix.fileinstall.dir", home.folder("conf").toString());
        configuration.put("felix.fileinstall.tmpdir", home.folder("tmp").toString());
        configuration.put("felix.log.logger", new FrameworkLog());
        configuration.put("gosh.home", distribution.folder().toString());
        configuration.put("patchbay.version", Distribution.version());
        configuration.put("patchbay.data", home.folder().toString());
        configuration.put("patchbay.staging", home.folder("staging").toString());
        configuration.putAll(settings);
        return configuration;
    }

    private void startOrClose(Distribution distribution, Home home) throws EngineException, IOException {
        boolean started = false;
        try {
            start(distribution, home);
            started = true;
        } catch (BundleException e) {
            throw new EngineException("the engine cannot start: " + e.getMessage(), e);
        } finally {
            if (!started) {
                close();
            }
        }
    }

    private void start(Distribution distribution, Home home) throws EngineException, BundleException, IOException {
        framework.init();
        BundleContext context = framework.getBundleContext();
        Provenance provenance = new Provenance(distribution.system(), home.folder("staging"));
        context.addBundleListener(provenance);
        context.registerService(ResolverHookFactory.class, new EngineGuard(provenance), null);
        for (Path jar : distribution.bundles()) {
            bundles.add(install(context, jar));
        }
        bundles.sort(Comparator.comparing(Engine::level));
        framework.start();
        for (Bundle bundle : bundles) {
            start(bundle);
        }
        require(context, "io.patchbay.sync.Sync");
        awaitReady(context);
    }

    /** Refuses to go on without the service on which everything else stands: it is there only if catalogue and client are. */
    private static void require(BundleContext context, String service) throws EngineException {
        try {
            ServiceReference<?>[] references = context.getAllServiceReferences(service, null);
            if (references == null || context.getService(references[0]) == null) {
                throw new EngineException("the engine cannot start: " + service
                        + " or what it needs has failed; the log in the data folder says why");
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Bundle install(BundleContext context, Path jar) throws BundleException {
        Bundle bundle = context.installBundle(Provenance.location(jar));
        bundle.adapt(BundleStartLevel.class).setStartLevel(level(bundle));
        return bundle;
    }

    /** What others stand on first: a component that starts finds its configuration. */
    private static int level(Bundle bundle) {
        return bundle.getSymbolicName().startsWith("io.patchbay.") ? ENGINE_LEVEL : LIBRARIES_LEVEL;
    }

    /** The console needs a terminal, and the deployer knows in which process providers run. */
    private static boolean isLeftToOthers(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return CONSOLE.equals(name) || name.startsWith(PROVIDERS);
    }

    /** The framework would only log that a bundle does not resolve, if it were left to start by its level. */
    private static void start(Bundle bundle) throws EngineException {
        if (isLeftToOthers(bundle)) {
            return;
        }
        try {
            bundle.start();
        } catch (BundleException e) {
            String name = bundle.getSymbolicName() + " " + bundle.getVersion();
            throw new EngineException("the engine's bundle " + name + " cannot start: " + e.getMessage(), e);
        }
    }

    /** Says that all bundles have started, and waits until the last component, the shell socket, says that it listens. */
    private static void awaitReady(BundleContext context) throws EngineException {
        context.registerService(
                Condition.class,
                Condition.INSTANCE,
                FrameworkUtil.asDictionary(Map.of(Condition.CONDITION_ID, "io.patchbay.started")));
        ServiceTracker<Condition, Condition> shell =
                new ServiceTracker<>(context, condition("io.patchbay.shell"), null);
        shell.open();
        try {
            if (shell.waitForService(READY_WITHIN.toMillis()) == null) {
                throw new EngineException("the engine is not ready after " + READY_WITHIN.toSeconds()
                        + " s; the log in the data folder says which component failed");
            }
        } catch (InterruptedException e) {
            throw new EngineException("interrupted while the engine was starting", e);
        } finally {
            shell.close();
        }
    }

    private static Filter condition(String id) {
        try {
            return FrameworkUtil.createFilter("(" + Condition.CONDITION_ID + "=" + id + ")");
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Starts the shell on this process's terminal. */
    void startConsole() throws EngineException {
        for (Bundle bundle : bundles) {
            if (CONSOLE.equals(bundle.getSymbolicName())) {
                startConsole(bundle);
            }
        }
    }

    private static void startConsole(Bundle console) throws EngineException {
        ClassLoader before = withoutContextClassLoader();
        try {
            console.start();
        } catch (BundleException e) {
            throw new EngineException("the shell cannot start: " + e.getMessage(), e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** Libraries that ask it, such as JLine for terminals, then find their own bundle's classes and not the launcher's. */
    private static ClassLoader withoutContextClassLoader() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(null);
        return before;
    }

    /** All bundles, the framework and those dropped in among them. */
    List<Bundle> bundles() {
        return List.of(framework.getBundleContext().getBundles());
    }

    /** Waits until the engine was stopped, by {@link #close} or from the shell. */
    void await() throws InterruptedException {
        framework.waitForStop(0);
    }

    /** Stops every bundle. Says so in the log if one does not stop in time, and leaves it. */
    @Override
    public void close() {
        try {
            framework.stop();
            if (framework.waitForStop(STOPPED_WITHIN.toMillis()).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                LOG.warn("not everything stopped within {} s", STOPPED_WITHIN.toSeconds());
            }
        } catch (BundleException e) {
            LOG.warn("the framework did not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
