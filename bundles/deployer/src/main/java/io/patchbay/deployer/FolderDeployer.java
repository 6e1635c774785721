package io.patchbay.deployer;

import io.patchbay.audit.BundleOrigin;
import io.patchbay.isolation.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the providers that the engine ships, and watches the folder that the framework property {@code patchbay.providers} names, at intervals of {@code patchbay.providers.poll}
 * milliseconds, from when the launcher says that everything has started. When the folder was dealt with for the first time it registers the
 * {@link Deployer}, and then the condition {@code io.patchbay.deployed}, by which the shell socket knows that all providers are there.
 */
@Component(
        immediate = true,
        service = {})
public final class FolderDeployer {
    private static final Logger LOG = LoggerFactory.getLogger(FolderDeployer.class);
    /** Less than the time for which a command waits for an engine that starts. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Duration STOP_DEADLINE = Duration.ofSeconds(5);
    /** How much later than its file a signature may come, and how long who copies a jar may pause. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** After what time a shipped provider that could not be isolated is tried again. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d{0,4}");
    private static final String OPTIONAL = "optional";

    private final BundleContext context;
    private final ShippedProviders shipped;
    private final DropInFolder folder;
    private final long pause;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "deployer");
    private boolean isReadable = true;

    /** Begins to watch. */
    @Activate
    public FolderDeployer(
            BundleContext context,
            @Reference Isolation isolation,
            @Reference(target = "(osgi.condition.id=io.patchbay.started)") Condition started)
            throws IOException, BundleException {
        this.context = context;
        this.pause = Math.max(1, Long.parseLong(context.getProperty("patchbay.providers.poll")));
        Path staging = Files.createDirectories(Path.of(context.getProperty("patchbay.staging")));
        String staged = "reference:" + staging.toUri();
        removeLeftovers(context, staged);
        EngineApi engine = new EngineApi(context, staged);
        Path dropIns = Files.createDirectories(Path.of(context.getProperty("patchbay.providers")));
        JarCheck check = new JarCheck(engine.packages(), Runtime.version().feature());
        Origins origins = new Origins();
        registrations.add(context.registerService(BundleOrigin.class, origins, null));
        ProviderBundles bundles = new ProviderBundles(
                context, engine, isolation, origins, deadline(context.getProperty("patchbay.providers.deadline")));
        this.shipped = new ShippedProviders(engine, bundles, isolation, looks(PAUSE));
        Staging copies = new Staging(staging);
        SignatureCheck signatures = signatures(context);
        Trials trials = new Trials(context, staging.resolve("trials"), signatures, check, bundles);
        this.folder = new DropInFolder(
                new FolderScan(dropIns, looks(PATIENCE)),
                copies,
                new Vetting(copies, signatures, check),
                bundles,
                trials,
                new RefusedFiles(dropIns.resolve("refused")));
        registrations.add(trials.hide());
        thread.start();
    }

    /** How many seconds a provider may take to start. A slip of the pen must not keep the engine from starting. */
    static Duration deadline(@Nullable String seconds) {
        if (seconds != null && SECONDS.matcher(seconds.strip()).matches()) {
            return Duration.ofSeconds(Integer.parseInt(seconds.strip()));
        }
        if (seconds != null) {
            LOG.warn(
                    "patchbay.providers.deadline is \"{}\" and not a number of seconds, so it stays {}",
                    seconds,
                    DEADLINE.toSeconds());
        }
        return DEADLINE;
    }

    /** How many looks at the folder there are in a time, at least one. */
    private int looks(Duration time) {
        return Math.toIntExact(Math.max(1, time.toMillis() / pause));
    }

    /** Whatever is not plainly optional is required, so that a slip of the pen does not open the door. */
    private static SignatureCheck signatures(BundleContext context) {
        String setting = Objects.requireNonNullElse(context.getProperty("patchbay.signatures"), OPTIONAL);
        Path keys = Path.of(context.getProperty("patchbay.data"), "conf", "signers");
        return new SignatureCheck(keys, !setting.equals(OPTIONAL));
    }

    /** If this bundle alone was stopped and started, what it had started still runs. */
    private static void removeLeftovers(BundleContext context, String staged) throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getLocation().startsWith(staged)) {
                bundle.uninstall();
            }
        }
    }

    /** At the start nobody is taken to be still copying: two looks are taken at once. */
    private void watch() {
        try {
            scan();
            scan();
            register(Deployer.class, folder, Map.of());
            register(Condition.class, Condition.INSTANCE, Map.of(Condition.CONDITION_ID, "io.patchbay.deployed"));
            while (true) {
                Thread.sleep(pause);
                scan();
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped");
        }
    }

    private synchronized <T> void register(Class<T> type, T service, Map<String, Object> properties) {
        registrations.add(context.registerService(type, service, FrameworkUtil.asDictionary(properties)));
    }

    private void scan() throws InterruptedException {
        try {
            shipped.settle();
            folder.scan();
            isReadable = true;
        } catch (IOException e) {
            warnOnce(e);
        } catch (RuntimeException | Error e) {
            LOG.error("the drop-in folder was not dealt with", e); // and the watch goes on
        }
    }

    private void warnOnce(IOException e) {
        if (isReadable) {
            LOG.warn("the drop-in folder cannot be read, what runs goes on: {}", e.toString());
        }
        isReadable = false;
    }

    /** Ends the watch. What was dropped in runs on until the engine stops. */
    @Deactivate
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(STOP_DEADLINE.toMillis());
        unregister();
    }

    private synchronized void unregister() {
        registrations.forEach(ServiceRegistration::unregister);
    }
}
