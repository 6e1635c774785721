package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.deployer.DropIn.State;
import io.patchbay.spi.FeedProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.launch.Framework;

/** In a real framework, whose system bundle stands for the engine: it exports the API. */
class DropInFolderTest {
    /** Long enough for a good bundle on a busy machine. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Duration SHORT_DEADLINE = Duration.ofMillis(300);

    @TempDir
    Path folder;

    @TempDir
    Path work;

    private Framework framework;
    private BundleContext context;
    private DropInFolder dropIns;

    @BeforeEach
    void start() throws BundleException, IOException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        "org.osgi.framework.storage", work.resolve("cache").toString(),
                        "org.osgi.framework.bsnversion", "multiple",
                        "org.osgi.framework.startlevel.beginning", "100",
                        "org.osgi.framework.system.packages.extra",
                                "io.patchbay.spi;version=1.0.0,io.patchbay.model;version=1.0.0"));
        framework.start();
        context = framework.getBundleContext();
        Files.createDirectory(work.resolve("staging"));
        dropIns = dropIns(DEADLINE);
    }

    private DropInFolder dropIns(Duration deadline) throws IOException {
        Path staging = work.resolve("staging");
        EngineApi engine = new EngineApi(context, "reference:" + staging.toUri());
        return new DropInFolder(
                new FolderScan(folder),
                new Staging(staging),
                new JarCheck(engine.packages(), 17),
                new ProviderBundles(context, engine, deadline));
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }

    @Test
    void startsAJarOnceItIsFoundUnchanged() throws Exception {
        SampleJar.of("1.0.0").writeTo(folder.resolve("sample.jar"));
        dropIns.scan();
        assertEquals(State.WAITING, only().state());
        assertEquals(Set.of(), running());
        dropIns.scan();
        assertEquals(new DropIn("sample.jar", State.STARTED, "vendor.sample", "1.0.0", ""), only());
        assertEquals(Set.of("1.0.0"), running());
    }

    @Test
    void leavesAJarAloneThatIsStillBeingCopied() throws Exception {
        byte[] jar = SampleJar.of("1.0.0").bytes();
        Path file = folder.resolve("sample.jar");
        Files.write(file, Arrays.copyOf(jar, jar.length / 2));
        dropIns.scan();
        Files.write(file, jar);
        dropIns.scan();
        assertEquals(State.WAITING, only().state());
        dropIns.scan();
        assertEquals(State.STARTED, only().state());
    }

    @Test
    void startsANewerOneBeforeTheOldOneGoes() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Set<String> history = providerHistory();
        drop("sample.jar", SampleJar.of("1.1.0"));
        assertEquals(Set.of("1.1.0"), running());
        assertEquals(Set.of("1.1.0 comes, 1.0.0 there", "1.0.0 goes, 1.1.0 there"), history);
    }

    @Test
    void replacesAJarOfTheSameVersionThatIsNotTheSame() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Bundle before = provider();
        drop("sample.jar", SampleJar.of("1.0.0").with("Bundle-Description", "built again"));
        assertEquals(Set.of("1.0.0"), running());
        assertEquals(Bundle.UNINSTALLED, before.getState());
    }

    @Test
    void doesNotRestartAJarThatWasWrittenAgain() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Bundle before = provider();
        drop("sample.jar", SampleJar.of("1.0.0"));
        assertSame(before, provider());
    }

    @Test
    void doesNotRestartAJarThatWasRenamed() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Bundle before = provider();
        Files.move(folder.resolve("sample.jar"), folder.resolve("renamed.jar"));
        scanTwice();
        assertSame(before, provider());
        assertEquals("renamed.jar", only().file());
    }

    @Test
    void stopsAJarThatWasRemovedAndLetsItsClassesGo() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Bundle before = provider();
        Files.delete(folder.resolve("sample.jar"));
        scanTwice();
        assertEquals(Set.of(), running());
        assertEquals(List.of(), dropIns.dropIns());
        assertEquals(Bundle.UNINSTALLED, before.getState());
        assertEquals(0, files(work.resolve("staging")));
    }

    @Test
    void runsTheNewestOfTwoFilesAndTheOtherWhenThatGoes() throws Exception {
        drop("new.jar", SampleJar.of("2.0.0"));
        drop("old.jar", SampleJar.of("1.0.0"));
        assertEquals(Set.of("2.0.0"), running());
        assertEquals(
                new DropIn("old.jar", State.OUTDATED, "vendor.sample", "1.0.0", "new.jar is vendor.sample 2.0.0"),
                dropIns.dropIns().get(1));
        Files.delete(folder.resolve("new.jar"));
        scanTwice();
        assertEquals(Set.of("1.0.0"), running());
    }

    @Test
    void runsAnOlderFileIfTheNewerCannotStart() throws Exception {
        SampleJar.of("1.0.0").writeTo(folder.resolve("old.jar"));
        drop("new.jar", SampleJar.of("2.0.0").with("Behaviour", "throw"));
        assertEquals(Set.of("1.0.0"), running());
        assertEquals(
                List.of(State.REFUSED, State.STARTED),
                dropIns.dropIns().stream().map(DropIn::state).toList());
    }

    @Test
    void goesBackToAnOlderVersionWhenToldSo() throws Exception {
        drop("sample.jar", SampleJar.of("2.0.0"));
        drop("sample.jar", SampleJar.of("1.0.0"));
        assertEquals(Set.of("1.0.0"), running());
    }

    @Test
    void keepsTheOldOneWhenAnUpdateIsBroken() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Bundle before = provider();
        drop("sample.jar", SampleJar.of("2.0.0").with("Behaviour", "throw"));
        assertRefused("no licence", "vendor.sample 1.0.0, which was there before, keeps running");
        drop("sample.jar", new byte[] {1, 2, 3});
        assertRefused("is not an intact jar", "vendor.sample 1.0.0, which was there before, keeps running");
        assertSame(before, provider());
        drop("sample.jar", SampleJar.of("3.0.0"));
        assertEquals(Set.of("3.0.0"), running());
    }

    @Test
    void looksAtARefusedJarAgainOnlyWhenItChanges() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "throw"));
        long installed = context.installBundle("probe:1", jarStream()).getBundleId();
        scanTwice();
        assertEquals(
                installed + 1, context.installBundle("probe:2", jarStream()).getBundleId());
        drop("sample.jar", SampleJar.of("1.0.0"));
        assertEquals(State.STARTED, only().state());
    }

    @Test
    void refusesWhatIsNoJar() throws Exception {
        drop("sample.jar", new byte[0]);
        assertRefused("is not an intact jar");
    }

    @Test
    void refusesAJarThatWasCutShort() throws Exception {
        byte[] jar = SampleJar.of("1.0.0").bytes();
        drop("sample.jar", Arrays.copyOf(jar, jar.length - 100));
        assertRefused("is not an intact jar");
    }

    @Test
    void refusesAJarThatIsNoBundle() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").without("Bundle-SymbolicName"));
        assertRefused("is not an OSGi bundle");
    }

    @Test
    void refusesAVersionThatIsNone() throws Exception {
        drop("sample.jar", SampleJar.of("one"));
        assertRefused("has no proper version");
    }

    @Test
    void refusesAFragment() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Fragment-Host", "io.patchbay.catalog"));
        assertRefused("is a fragment of another bundle, io.patchbay.catalog");
    }

    @Test
    void refusesToHaveTheApiExported() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Export-Package", "io.patchbay.spi;version=\"1.0.5\""));
        assertRefused("exports io.patchbay.spi");
    }

    @Test
    void refusesACopyOfTheApiInside() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").holding("io/patchbay/spi/FeedProvider.class", new byte[8]));
        assertRefused("brings its own copy of the engine's package io.patchbay.spi");
    }

    @Test
    void refusesACopyOfTheApiInAJarInside() throws Exception {
        ByteArrayOutputStream nested = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(nested)) {
            jar.putNextEntry(new ZipEntry("io/patchbay/model/Update.class"));
        }
        drop("sample.jar", SampleJar.of("1.0.0").holding("lib/model.jar", nested.toByteArray()));
        assertRefused("brings its own copy of the engine's package io.patchbay.model");
    }

    @Test
    void refusesABundleThatDoesNotImportTheApi() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "org.osgi.framework"));
        assertRefused("does not import io.patchbay.spi");
    }

    @Test
    void refusesABundleThatReachesIntoTheEngine() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi,io.patchbay.fetch"));
        assertRefused("imports io.patchbay.fetch, which is not for providers");
    }

    @Test
    void refusesAnotherVersionOfTheApiAndSaysWhichThereIs() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi;version=\"[2.0,3)\""));
        assertRefused("wants io.patchbay.spi [2.0.0,3.0.0); this engine has ");
    }

    @Test
    void refusesWhatDoesNotResolveAndSaysWhatIsMissing() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi,org.missing;version=\"1.2\""));
        assertRefused("imports org.missing 1.2.0, which nothing here exports");
    }

    @Test
    void refusesAMissingCapability() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Require-Capability", "org.missing;filter:=\"(a=b)\""));
        assertRefused("needs org.missing (a=b), which nothing here provides");
    }

    @Test
    void refusesANewerJavaByRequirement() throws Exception {
        drop(
                "sample.jar",
                SampleJar.of("1.0.0")
                        .with("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
        assertRefused("needs Java 99; this engine runs on Java");
    }

    @Test
    void refusesClassesOfANewerJava() throws Exception {
        byte[] header = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, (byte) (44 + 99)};
        drop("sample.jar", SampleJar.of("1.0.0").holding("vendor/sample/New.class", header));
        assertRefused("needs Java 99, see vendor/sample/New.class; this engine runs on Java 17");
    }

    @Test
    void refusesTheNameOfABundleOfTheEngine() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Bundle-SymbolicName", "org.apache.felix.framework"));
        assertRefused("has the symbolic name of a bundle of the engine");
    }

    @Test
    void acceptsOnlyANewerVersionOfAShippedProvider() throws Exception {
        Path shipped = work.resolve("shipped.jar");
        SampleJar.of("1.0.0").writeTo(shipped);
        context.installBundle(shipped.toUri().toString()).start();
        drop("sample.jar", SampleJar.of("1.0.0"));
        assertRefused("the engine ships 1.0.0, which is not older");
        drop("sample.jar", SampleJar.of("1.0.1"));
        assertEquals(Set.of("1.0.0", "1.0.1"), running());
    }

    @Test
    void refusesABundleThatFailsToStart() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "throw"));
        assertRefused("cannot start", "no licence");
    }

    @Test
    void refusesABundleThatHangs() throws Exception {
        dropIns = dropIns(SHORT_DEADLINE);
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "hang"));
        assertRefused("did not start within 300 ms");
    }

    @Test
    void refusesABundleThatHangsOnWhenInterrupted() throws Exception {
        dropIns = dropIns(SHORT_DEADLINE);
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "hang on"));
        assertRefused("did not start within 300 ms");
    }

    @Test
    void refusesABundleWithoutAProvider() throws Exception {
        dropIns = dropIns(SHORT_DEADLINE);
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "silent"));
        assertRefused("registered no FeedProvider service within 300 ms");
    }

    @Test
    void refusesAManifestThatTheFrameworkCannotRead() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi;;"));
        assertRefused("cannot be installed");
    }

    private void drop(String name, SampleJar jar) throws IOException, InterruptedException {
        drop(name, jar.bytes());
    }

    /** As one would: beside it, then moved over it. */
    private void drop(String name, byte[] content) throws IOException, InterruptedException {
        Path copy = Files.write(folder.resolve(name + ".part"), content);
        Files.deleteIfExists(folder.resolve(name));
        Files.move(copy, folder.resolve(name));
        scanTwice();
    }

    private void scanTwice() throws IOException, InterruptedException {
        dropIns.scan();
        dropIns.scan();
    }

    private DropIn only() {
        assertEquals(1, dropIns.dropIns().size());
        return dropIns.dropIns().get(0);
    }

    private void assertRefused(String... reasons) {
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

    private static InputStream jarStream() throws IOException {
        return new ByteArrayInputStream(
                SampleJar.of("9.0.0").with("Bundle-SymbolicName", "probe").bytes());
    }

    private Bundle provider() {
        return context.getServiceReference(FeedProvider.class).getBundle();
    }

    private Set<String> running() throws Exception {
        return context.getServiceReferences(FeedProvider.class, null).stream()
                .map(reference -> reference.getBundle().getVersion().toString())
                .collect(Collectors.toSet());
    }

    /** Notes which provider comes or goes, and which other one is there at that moment. */
    private Set<String> providerHistory() {
        Set<String> history = new HashSet<>();
        context.addServiceListener(
                event -> history.add(event.getServiceReference().getBundle().getVersion()
                        + (event.getType() == ServiceEvent.REGISTERED ? " comes, " : " goes, ") + others(event)
                        + " there"));
        return history;
    }

    private String others(ServiceEvent event) {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE
                        && bundle.getLocation().contains("staging"))
                .filter(bundle -> bundle != event.getServiceReference().getBundle())
                .map(bundle -> bundle.getVersion().toString())
                .collect(Collectors.joining());
    }

    private static long files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }
}
