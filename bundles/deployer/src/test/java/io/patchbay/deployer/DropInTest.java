package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.deployer.DropIn.State;
import io.patchbay.spi.FeedProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;

/** A drop-in folder in a real framework, whose system bundle stands for the engine: it exports the API. */
abstract class DropInTest {
    /** Long enough for a good bundle on a busy machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    static final Duration SHORT_DEADLINE = Duration.ofMillis(300);

    /** After how many looks nothing more of a file, and no signature, comes any more. */
    static final int PATIENCE = 4;

    @TempDir
    Path folder;

    @TempDir
    Path work;

    final TestIsolation isolation = new TestIsolation();
    final Origins origins = new Origins();
    private Framework framework;
    BundleContext context;
    DropInFolder dropIns;

    @BeforeEach
    void start() throws BundleException, IOException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage",
                        work.resolve("cache").toString(),
                        "org.osgi.framework.bsnversion",
                        "multiple",
                        "org.osgi.framework.startlevel.beginning",
                        "100",
                        "org.osgi.framework.system.packages.extra",
                        "io.patchbay.spi;version=1.0.0,io.patchbay.model;version=1.0.0,"
                                + "io.patchbay.declared;version=1.0.0"));
        framework.start();
        context = framework.getBundleContext();
        Files.createDirectory(work.resolve("staging"));
        dropIns = dropIns(DEADLINE);
    }

    final DropInFolder dropIns(Duration deadline) throws IOException {
        return dropIns(deadline, false);
    }

    final DropInFolder dropIns(Duration deadline, boolean mustBeSigned) throws IOException {
        Path staging = work.resolve("staging");
        EngineApi engine = new EngineApi(context, "reference:" + staging.toUri());
        JarCheck check = new JarCheck(engine.packages(), 17);
        ProviderBundles bundles = new ProviderBundles(context, engine, isolation, origins, deadline);
        Staging copies = new Staging(staging);
        SignatureCheck signatures = new SignatureCheck(work.resolve("signers"), mustBeSigned);
        Trials trials = new Trials(context, staging.resolve("trials"), signatures, check, bundles);
        trials.hide();
        return new DropInFolder(
                new FolderScan(folder, PATIENCE),
                copies,
                new Vetting(copies, signatures, check),
                bundles,
                trials,
                new RefusedFiles(folder.resolve("refused")));
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    final void scanTwice() throws IOException, InterruptedException {
        dropIns.scan();
        dropIns.scan();
    }

    final void scanUntilNothingMoreComes() throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE; i++) {
            dropIns.scan();
        }
    }

    final DropIn only() {
        assertEquals(1, dropIns.dropIns().size());
        return dropIns.dropIns().get(0);
    }

    final void assertRefused(String... reasons) {
        assertEquals(State.REFUSED, only().state());
        for (String reason : reasons) {
            assertTrue(only().reason().contains(reason), only().reason());
        }
        assertTrue(only().reason().lines().count() == 1, only().reason());
        long dropped = Stream.of(context.getBundles())
                .filter(bundle -> bundle.getLocation().contains("staging"))
                .filter(bundle -> !only().reason().contains("keeps running"))
                .count();
        assertEquals(0, dropped);
    }

    final Bundle provider() {
        return context.getServiceReference(FeedProvider.class).getBundle();
    }

    final Set<String> running() throws Exception {
        return context.getServiceReferences(FeedProvider.class, null).stream()
                .map(reference -> reference.getBundle().getVersion().toString())
                .collect(Collectors.toSet());
    }
}
