package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.runtime.TestEngine.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** A provider's bundle goes in the midst of a run, in every way there is: nothing half is published, and the last good content stays. */
class SwapWaysIT {
    @TempDir
    static Path data;

    private static TestEngine engine;
    private static BiFunction<String, Integer, List<String>> reader;

    @BeforeAll
    static void start() throws Exception {
        engine = TestEngine.start(data);
        reader = engine.reader();
    }

    @AfterAll
    static void stop() throws Exception {
        engine.close();
    }

    @Test
    void aNewerFile() throws Exception {
        Future<Answer> run = startRunOf("newer");
        TestEngine.publish(data, "newer", "3", List.of("one", "two", "three"));
        drop("newer", "1.1.0");
        assertStopped(run);
        awaitTitles("newer", "one by 1.1.0", "two by 1.1.0", "three by 1.1.0");
    }

    @Test
    void aDeletedFile() throws Exception {
        Future<Answer> run = startRunOf("deleted");
        Files.delete(file("deleted"));
        assertStopped(run);
        Eventually.get(
                () -> engine.ask("patchbay:providers"), text -> text.matches("(?s).*deleted +provider absent.*"));
        assertTitles("deleted", "one by 1.0.0", "two by 1.0.0");
        TestEngine.publish(data, "deleted", "3", List.of("one"));
        drop("deleted", "1.1.0");
        awaitTitles("deleted", "one by 1.1.0");
    }

    @Test
    void theFrameworksStopAndStart() throws Exception {
        Future<Answer> run = startRunOf("stopped");
        long bundle = bundle("vendor.stopped").getBundleId();
        engine.ask("felix:stop " + bundle);
        assertStopped(run);
        assertTitles("stopped", "one by 1.0.0", "two by 1.0.0");
        Eventually.get(
                () -> engine.ask("patchbay:providers"), text -> text.contains("felix:start " + bundle + " starts it"));
        engine.ask("felix:start " + bundle);
        assertSyncs("stopped", "1.0.0");
    }

    @Test
    void theFrameworksUpdate() throws Exception {
        Future<Answer> run = startRunOf("updated");
        engine.ask("felix:update vendor.updated");
        assertStopped(run);
        assertTitles("updated", "one by 1.0.0", "two by 1.0.0");
        assertSyncs("updated", "1.0.0");
    }

    @Test
    void theFrameworksUninstall() throws Exception {
        Future<Answer> run = startRunOf("uninstalled");
        engine.ask("felix:uninstall vendor.uninstalled");
        assertStopped(run);
        assertTitles("uninstalled", "one by 1.0.0", "two by 1.0.0");
        Eventually.get(() -> engine.ask("patchbay:providers"), text -> text.contains("was uninstalled by hand"));
        drop("uninstalled", "1.0.0");
        Eventually.get(() -> engine.execute("patchbay:feeds uninstalled").out(), text -> text.contains("list.txt"));
        assertSyncs("uninstalled", "1.0.0");
    }

    @Test
    void theOperatorsStop() throws Exception {
        Future<Answer> run = startRunOf("halted");
        engine.ask("patchbay:stop halted");
        assertTrue(run.get().out().contains("stopped by "), run.get().toString());
        assertTitles("halted", "one by 1.0.0", "two by 1.0.0");
        assertSyncs("halted", "1.0.0");
    }

    @Test
    void ofTwoBundlesWithOneIdTheHigherVersionRunsAndTheOtherIsNamed() throws Exception {
        TestEngine.publish(data, "twice", "1", List.of("one"));
        drop("twice", "1.0.0");
        awaitTitles("twice", "one by 1.0.0");
        Path other = engine.folder("providers").resolve("other.jar");
        SampleJar.marked("twice", "2.0.0")
                .with("Bundle-SymbolicName", "vendor.other")
                .dropInto(other);
        awaitTitles("twice", "one by 2.0.0");
        String providers = engine.ask("patchbay:providers");
        assertTrue(providers.contains("also offered by vendor.twice 1.0.0"), providers);
        Files.delete(other);
        awaitTitles("twice", "one by 1.0.0");
    }

    /** Has version 1.0.0 publish two releases, and then a run under way that has read a third and would never end. */
    private static Future<Answer> startRunOf(String id) throws Exception {
        TestEngine.publish(data, id, "1", List.of("one", "two"));
        drop(id, "1.0.0");
        awaitTitles(id, "one by 1.0.0", "two by 1.0.0");
        engine.ask("patchbay:sync " + id); // or the first run may not quite have ended
        TestEngine.publish(data, id, "2", List.of("one", "two", "three", "wait"));
        ExecutorService shell = Executors.newSingleThreadExecutor();
        Future<Answer> run = shell.submit(() -> engine.execute("patchbay:sync " + id));
        shell.shutdown();
        Eventually.get(() -> engine.ask("patchbay:runs --json " + id), runs -> runs.matches("(?s).*\"updates\" : 3.*"));
        return run;
    }

    private static void assertStopped(Future<Answer> run) throws Exception {
        assertTrue(run.get().out().contains("its provider went"), run.get().toString());
    }

    /** That it works again. */
    private static void assertSyncs(String id, String version) throws Exception {
        TestEngine.publish(data, id, "3", List.of("one", "two", "three"));
        engine.ask("patchbay:sync " + id);
        assertTitles(id, "one by " + version, "two by " + version, "three by " + version);
    }

    private static void assertTitles(String id, String... titles) {
        assertEquals(Stream.of(titles).sorted().toList(), titles(id));
    }

    private static void awaitTitles(String id, String... titles) throws Exception {
        Eventually.get(() -> titles(id), Stream.of(titles).sorted().toList()::equals);
    }

    private static List<String> titles(String id) {
        return reader.apply(id, 0).stream().sorted().toList();
    }

    private static void drop(String id, String version) throws Exception {
        SampleJar.marked(id, version).dropInto(file(id));
    }

    private static Path file(String id) throws EngineException {
        return engine.folder("providers").resolve(id + ".jar");
    }

    private static Bundle bundle(String symbolicName) {
        return engine.engine().bundles().stream()
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }
}
