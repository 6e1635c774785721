package io.patchbay.isolation;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.isolation.wire.Configured;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.tracker.ServiceTracker;

/** The services of a stand-in follow what is configured, in a framework whose system bundle stands for it. */
class StandInServicesTest {
    private static final String PID = "io.patchbay.sdp";

    @TempDir
    Path work;

    private final AtomicInteger starts = new AtomicInteger();
    private Framework framework;
    private ConfigurationAdmin admin;
    private StandInServices services;

    @BeforeEach
    void start() throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        work.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        TestCommand.withHeap(64).exports(),
                        "felix.cm.pm",
                        "memory"));
        framework.start();
        BundleContext context = framework.getBundleContext();
        Path jar = TestCommand.jar("felix.configadmin");
        context.installBundle("reference:" + jar.toUri()).start();
        admin = requireNonNull(context.getService(context.getServiceReference(ConfigurationAdmin.class)));
        Configurations configurations = new Configurations(admin, noComponents(), Set.of(PID));
        services = new StandInServices(context, configurations, this::startSecondOfTwo, Duration.ofMillis(10));
        services.start();
    }

    @AfterEach
    void stop() throws Exception {
        services.stop();
        framework.stop();
        framework.waitForStop(10_000);
    }

    private static ServiceComponentRuntime noComponents() {
        Class<ServiceComponentRuntime> type = ServiceComponentRuntime.class;
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> List.of()));
    }

    /** A process for what nothing is configured, then none, as on a machine that is too busy, and then one again. */
    private Child startSecondOfTwo(List<Configured> configured) throws IOException {
        int start = starts.incrementAndGet();
        if (start == 2) {
            throw new IOException("too many processes");
        }
        Path jar = TestCommand.jar("provider-sdp");
        return Child.start(TestCommand.withHeap(64), "sdp 1.0.0", jar, configured, work.resolve("child" + start));
    }

    @Test
    void triesAgainWhatFailedInPassing() throws Exception {
        ServiceTracker<FeedProvider, FeedProvider> providers =
                new ServiceTracker<>(framework.getBundleContext(), FeedProvider.class, null);
        providers.open();
        Map<String, String> hp = Map.of("id", "hp", "vendor", "HP", "url", "https://vendor.example/catalog.cab");
        admin.createFactoryConfiguration(PID, "?").update(new Hashtable<>(hp));
        assertEquals("hp", providers.waitForService(30_000).info().id());
        assertEquals(3, starts.get());
    }
}
