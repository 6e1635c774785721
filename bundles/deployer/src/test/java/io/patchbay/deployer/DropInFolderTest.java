package io.patchbay.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.deployer.DropIn.State;
import io.patchbay.feeds.trust.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Jars come, change and go, and some are refused. */
class DropInFolderTest extends DropInTest {
    @Test
    void startsAJarOnceItIsFoundUnchanged() throws Exception {
        SampleJar.of("1.0.0").writeTo(folder.resolve("sample.jar"));
        dropIns.scan();
        assertEquals(State.WAITING, only().state());
        assertEquals(Set.of(), running());
        dropIns.scan();
        assertEquals(new DropIn("sample.jar", State.STARTED, "vendor.sample", "1.0.0", "", ""), only());
        assertEquals(Set.of("1.0.0"), running());
        assertEquals(50, provider().adapt(BundleStartLevel.class).getStartLevel());
    }

    @Test
    void startsAJarWhoseNameEndsInCapitals() throws Exception {
        drop("SAMPLE.JAR", SampleJar.of("1.0.0"));
        assertEquals(new DropIn("SAMPLE.JAR", State.STARTED, "vendor.sample", "1.0.0", "", ""), only());
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
    void waitsForTheEndOfAJarWhoseCopyPauses() throws Exception {
        byte[] jar = SampleJar.of("1.0.0").bytes();
        drop("sample.jar", Arrays.copyOf(jar, jar.length / 2));
        dropIns.scan();
        assertEquals(State.WAITING, only().state());
        Files.write(folder.resolve("sample.jar"), jar);
        scanTwice();
        assertEquals(State.STARTED, only().state());
    }

    @Test
    void leavesWhatWasCopiedOverOneThatFailedMeanwhile() throws Exception {
        Path good = work.resolve("good.jar");
        SampleJar.of("1.0.1").writeTo(good);
        drop(
                "sample.jar",
                SampleJar.of("1.0.0")
                        .with("Behaviour", "give way")
                        .with("Sample-From", good.toString())
                        .with("Sample-To", folder.resolve("sample.jar").toString()));
        scanTwice();
        assertEquals(new DropIn("sample.jar", State.STARTED, "vendor.sample", "1.0.1", "", ""), only());
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
    void tellsOfABundleThatWasStoppedByHandAndLeavesItSo() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Bundle bundle = provider();
        bundle.stop();
        dropIns.scan();
        assertEquals(State.STOPPED, only().state());
        assertEquals("was stopped by hand; felix:start " + bundle.getBundleId() + " starts it", only().reason());
        assertEquals(Bundle.RESOLVED, bundle.getState());
        bundle.start();
        dropIns.scan();
        assertEquals(State.STARTED, only().state());
    }

    @Test
    void leavesABundleAwayThatWasUninstalledByHandUntilItIsCopiedAgain() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        provider().uninstall();
        scanTwice();
        assertEquals(State.STOPPED, only().state());
        assertEquals(Set.of(), running());
        drop("sample.jar", SampleJar.of("1.0.0"));
        assertEquals(State.STARTED, only().state());
        assertEquals(Set.of("1.0.0"), running());
    }

    @Test
    void replacesAndForgetsABundleThatWasUninstalledByHand() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        provider().uninstall();
        drop("newer.jar", SampleJar.of("1.1.0"));
        assertEquals(Set.of("1.1.0"), running());
        provider().uninstall();
        Files.delete(folder.resolve("newer.jar"));
        Files.delete(folder.resolve("sample.jar"));
        scanTwice();
        assertEquals(List.of(), dropIns.dropIns());
        assertEquals(0, files(work.resolve("staging")));
    }

    @Test
    void runsTheNewestOfTwoFilesAndTheOtherWhenThatGoes() throws Exception {
        drop("new.jar", SampleJar.of("2.0.0"));
        drop("old.jar", SampleJar.of("1.0.0"));
        assertEquals(Set.of("2.0.0"), running());
        assertEquals(
                new DropIn("old.jar", State.OUTDATED, "vendor.sample", "1.0.0", "", "new.jar is vendor.sample 2.0.0"),
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
        dropBroken(new byte[] {1, 2, 3});
        assertRefused("is not an intact jar", "vendor.sample 1.0.0, which was there before, keeps running");
        assertSame(before, provider());
        drop("sample.jar", SampleJar.of("3.0.0"));
        assertEquals(Set.of("3.0.0"), running());
    }

    @Test
    void forgetsWhatWasRefusedOnceTheGoodOneIsBack() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Bundle before = provider();
        dropBroken(new byte[] {1, 2, 3});
        drop("sample.jar", SampleJar.of("1.0.0"));
        assertEquals(State.STARTED, only().state());
        assertSame(before, provider());
        Files.delete(folder.resolve("sample.jar"));
        scanTwice();
        assertEquals(Set.of(), running());
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
    void movesAwayWhatItRefusesWithTheReasonBesideIt() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "throw"));
        assertFalse(Files.exists(folder.resolve("sample.jar")));
        assertTrue(Files.exists(folder.resolve("refused/sample.jar")));
        String reason = Files.readString(folder.resolve("refused/sample.jar.reason.txt"));
        assertEquals(only().reason() + "\n", reason);
        drop("sample.jar", SampleJar.of("1.0.1"));
        assertEquals(State.STARTED, only().state());
        assertEquals(0, files(folder.resolve("refused")));
    }

    @Test
    void doesNotRefuseWhatCannotStartBecauseTheEngineStops() throws Exception {
        SampleJar.of("1.0.0").writeTo(folder.resolve("sample.jar"));
        dropIns.scan();
        stop();
        assertThrows(InterruptedException.class, dropIns::scan);
        assertTrue(Files.exists(folder.resolve("sample.jar")));
    }

    @Test
    void doesNotRefuseWhatCannotBeCopiedBecauseTheEngineStops() throws Exception {
        SampleJar.of("1.0.0").writeTo(folder.resolve("sample.jar"));
        dropIns.scan();
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, dropIns::scan);
        assertTrue(Files.exists(folder.resolve("sample.jar")));
    }

    /** As on a disk that was full for a while. */
    @Test
    void waitsUntilItCanBeCopied() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        Path staging = work.resolve("staging");
        Path aside = Files.move(staging, work.resolve("aside"));
        drop("sample.jar", SampleJar.of("1.1.0"));
        assertEquals(State.WAITING, only().state());
        assertTrue(only().reason().startsWith("cannot be copied, and is tried again: "), only().reason());
        assertTrue(
                only().reason().endsWith("vendor.sample 1.0.0, which was there before, keeps running"),
                only().reason());
        Files.move(aside, staging);
        dropIns.scan();
        assertEquals(State.STARTED, only().state());
        assertEquals(Set.of("1.1.0"), running());
    }

    @Test
    void tellsOfWhatWasRefusedBeforeTheStart() throws Exception {
        dropBroken(new byte[0]);
        dropIns = dropIns(SHORT_DEADLINE);
        scanTwice();
        assertRefused("is not an intact jar");
    }

    @Test
    void stopsWhatKeptRunningWhenTheRefusedOneIsTakenAway() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        dropBroken(new byte[0]);
        scanTwice();
        assertEquals(Set.of("1.0.0"), running());
        Files.delete(folder.resolve("refused/sample.jar"));
        scanTwice();
        assertEquals(Set.of(), running());
    }

    @Test
    void refusesPackagesThatAreNotNamed() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("DynamicImport-Package", "*"));
        assertRefused("wants packages that it does not name beforehand (DynamicImport-Package)");
    }

    @Test
    void refusesAllPackagesOfABundle() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Require-Bundle", "io.patchbay.catalog"));
        assertRefused("wants all packages of another bundle, and must import those that it uses (Require-Bundle)");
    }

    @Test
    void refusesNativeCode() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Bundle-NativeCode", "lib/a.so;osname=Linux"));
        assertRefused("has native code (Bundle-NativeCode)");
    }

    @Test
    void refusesWhatPassesItselfOffAsIsolated() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Patchbay-Isolated", "file:/elsewhere.jar"));
        assertRefused("says itself that it is isolated (Patchbay-Isolated)");
    }

    @Test
    void refusesWhatCouldHideOthers() throws Exception {
        String imports = "io.patchbay.spi,org.osgi.framework,org.osgi.framework.hooks.service";
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", imports));
        assertRefused("imports org.osgi.framework.hooks.service, by which it could change what other bundles see");
    }

    @Test
    void refusesTwoProvidersOfOneId() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "twice"));
        assertRefused("has two providers with the id sample");
    }

    @Test
    void refusesAProviderThatCannotSayWhatItReads() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "no feeds"));
        assertRefused("cannot say who it is and which feeds it has: java.lang.IllegalStateException: no list");
    }

    @Test
    void refusesWhatIsNoJar() throws Exception {
        dropBroken(new byte[0]);
        assertRefused("is not an intact jar");
    }

    @Test
    void refusesAJarThatWasCutShort() throws Exception {
        byte[] jar = SampleJar.of("1.0.0").bytes();
        dropBroken(Arrays.copyOf(jar, jar.length - 100));
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
        assertRefused("does not import io.patchbay.spi, so it is no provider");
    }

    @Test
    void whatIsNoProviderIsNotToldToAddAPolicy() throws Exception {
        String imports = "io.patchbay.catalog;version=\"[1.2,2)\",io.patchbay.spi.more";
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", imports).lacking(Policy.FILE));
        assertRefused("does not import io.patchbay.spi, so it is no provider");
    }

    @Test
    void refusesABundleThatReachesIntoTheEngine() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi,io.patchbay.fetch"));
        assertRefused("imports io.patchbay.fetch, which is not for providers");
    }

    @Test
    void readersOfFeedsAreForProviders() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi,io.patchbay.feeds.vendor"));
        assertRefused("imports io.patchbay.feeds.vendor 0.0.0, which nothing here exports");
    }

    @Test
    void refusesWhatWantsALaterEngineAndSaysWhichThisIs() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi;version=\"[1.9,2)\""));
        assertRefused("wants io.patchbay.spi [1.9.0,2.0.0); this engine has 1.0.0 and is too old for it");
    }

    @Test
    void refusesWhatWantsAnEarlierEngineAndSaysWhichThisIs() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi;version=\"[0.5,1)\""));
        assertRefused("wants io.patchbay.spi [0.5.0,1.0.0); this engine has 1.0.0 and is too new for it");
    }

    @Test
    void refusesABundleWithoutPolicyAndSaysWhatToAdd() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0").lacking(Policy.FILE));
        assertRefused("has no policy: add META-INF/trust/policy.json, ", "{\"hosts\": [\"dl.example.com\"]}");
    }

    @Test
    void refusesAPolicyThatCannotBeRead() throws Exception {
        byte[] policy = "{\"host\": []}".getBytes(StandardCharsets.UTF_8);
        drop("sample.jar", SampleJar.of("1.0.0").holding(Policy.FILE, policy));
        assertRefused("has a policy that is not right: META-INF/trust/policy.json at /host: expected hosts, types");
    }

    @Test
    void acceptsAPolicyThatCanBeRead() throws Exception {
        byte[] policy = "{\"hosts\": [\"dl.example.com\"]}".getBytes(StandardCharsets.UTF_8);
        drop("sample.jar", SampleJar.of("1.0.0").holding(Policy.FILE, policy));
        assertEquals(Set.of("1.0.0"), running());
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

    @Test
    void startsAStandInForAnIsolatedBundle() throws Exception {
        isolation.isOn = true;
        drop("sample.jar", SampleJar.of("1.0.0").with("Behaviour", "throw"));
        assertEquals(State.STARTED, only().state());
        assertEquals("stand-in", provider().getHeaders().get("Bundle-Name"));
        assertEquals(2, context.getBundles().length, "the bundle itself is not installed");
    }

    @Test
    void refusesAnIsolatedBundleForTheSameReasons() throws Exception {
        isolation.isOn = true;
        drop("sample.jar", SampleJar.of("1.0.0").with("Import-Package", "io.patchbay.spi,io.patchbay.fetch"));
        assertRefused("imports io.patchbay.fetch, which is not for providers");
    }

    @Test
    void refusesABundleThatCannotBeIsolated() throws Exception {
        isolation.isOn = true;
        isolation.isAble = false;
        drop("sample.jar", SampleJar.of("1.0.0"));
        assertRefused("cannot be isolated: has a provider that only a configuration makes");
    }

    @Test
    void movesWhatRunsToWhereItBelongs() throws Exception {
        drop("sample.jar", SampleJar.of("1.0.0"));
        isolation.isOn = true;
        dropIns.scan();
        assertEquals("stand-in", provider().getHeaders().get("Bundle-Name"));
        isolation.isOn = false;
        dropIns.scan();
        assertNull(provider().getHeaders().get("Bundle-Name"));
        assertEquals(Set.of("1.0.0"), running());
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

    /** What is no jar, until it is clear that it does not become one. */
    private void dropBroken(byte[] content) throws IOException, InterruptedException {
        drop("sample.jar", content);
        scanUntilNothingMoreComes();
    }

    private static InputStream jarStream() throws IOException {
        return new ByteArrayInputStream(
                SampleJar.of("9.0.0").with("Bundle-SymbolicName", "probe").bytes());
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
            return files.filter(Files::isRegularFile).count();
        }
    }
}
