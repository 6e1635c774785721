package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.runtime.TestEngine.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The distribution, started once and asked much. */
class EngineIT {
    @TempDir
    static Path data;

    private static TestEngine engine;

    @BeforeAll
    static void start() throws Exception {
        engine = TestEngine.start(data);
    }

    @AfterAll
    static void stop() throws Exception {
        engine.close();
        assertFalse(Files.exists(data.resolve("shell.sock")));
        assertEquals(
                Set.of(), threads("shell socket", "deployer", "drop-in", "fileinstall", "SCR", "patchbay-listeners"));
    }

    private static Set<String> threads(String... names) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> Stream.of(names).anyMatch(thread::startsWith))
                .collect(Collectors.toSet());
    }

    @Test
    void everyBundleIsActiveButTheConsole() {
        List<String> others = engine.engine().bundles().stream()
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of("org.apache.felix.gogo.jline"), others);
    }

    @Test
    void theDataFolderIsHeldAndSaysHowToReachIt() {
        EngineException refused = assertThrows(EngineException.InUse.class, () -> Home.take(data));
        assertTrue(
                refused.getMessage()
                        .contains("process " + ProcessHandle.current().pid()),
                refused.getMessage());
        assertTrue(refused.getMessage().contains("patchbay --data " + data + " -c"), refused.getMessage());
    }

    @Test
    void nobodyElseReachesTheSocket() throws Exception {
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("shell.sock"))));
    }

    @Test
    void aCommandAnswers() throws Exception {
        assertTrue(engine.ask("patchbay:providers").contains("putty"));
    }

    @Test
    void helpKnowsEveryCommand() throws Exception {
        Set<String> functions = new TreeSet<>();
        for (ServiceReference<?> commands :
                engine.context().getAllServiceReferences(null, "(osgi.command.scope=patchbay)")) {
            Object function = commands.getProperty("osgi.command.function");
            functions.addAll(function instanceof String[] several ? List.of(several) : List.of((String) function));
        }
        String help = engine.ask("patchbay:help");
        assertEquals(
                functions,
                help.lines()
                        .filter(line -> line.startsWith("patchbay:"))
                        .map(line -> line.substring("patchbay:".length()).split(" ")[0])
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(engine.ask("patchbay:try --help"), engine.ask("help try"));
        assertEquals(
                new Answer(1, "", "help: there is no command nothing; see patchbay:help\n"),
                engine.execute("patchbay:help nothing"));
    }

    @Test
    void aFailedCommandIsOneLineAndEndsTheRest() throws Exception {
        Answer answer = engine.execute("patchbay:update 1; patchbay:providers");
        assertEquals(1, answer.status());
        assertEquals("", answer.out());
        assertEquals(1, answer.err().lines().count(), answer.err());
    }

    @Test
    void anUnknownCommandIsOneLine() throws Exception {
        assertEquals(new Answer(1, "", "Command not found: nothing\n"), engine.execute("nothing"));
    }

    @Test
    void whatIsNoCommandIsOneLine() throws Exception {
        Answer answer = engine.execute("patchbay:status ('");
        assertEquals(1, answer.status());
        assertEquals(1, answer.err().lines().count(), answer.err());
    }

    /** Who changes how runs are done must not end those that are under way. */
    @Test
    void theServiceThatSyncsStaysWhenItsConfigurationChanges() throws Exception {
        Object before = sync();
        Files.writeString(data.resolve("conf/io.patchbay.sync.cfg"), "interval.minutes = 77\n");
        Eventually.get(() -> String.valueOf(syncReference().getProperty("interval.minutes")), "77"::equals);
        assertSame(before, sync());
    }

    private static Object sync() throws InvalidSyntaxException {
        return engine.context().getService(syncReference());
    }

    /** Whatever its type is to this class loader. */
    private static ServiceReference<?> syncReference() throws InvalidSyntaxException {
        return engine.context().getAllServiceReferences("io.patchbay.sync.Sync", null)[0];
    }

    @Test
    void manyClientsAreAnsweredAtOnceEachWithItsOwn() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> questions = IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(bundle -> () -> engine.ask("felix:headers " + bundle))
                    .toList();
            List<Future<String>> answers = clients.invokeAll(questions);
            for (int bundle = 0; bundle < answers.size(); bundle++) {
                assertEquals(questions.get(bundle).call(), answers.get(bundle).get());
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void aChangedConfigurationFileReachesAComponentWhileItRuns() throws Exception {
        Path file = data.resolve("conf/vendor.sample.ConfiguredComponent.cfg");
        Files.writeString(file, "colour = green\n");
        Path jar = engine.folder("providers").resolve("configured.jar");
        SampleJar.provider("1.0.0")
                .with("Bundle-SymbolicName", "vendor.sample.configured")
                .component(
                        "ConfiguredComponent", "immediate=\"true\" activate=\"configure\" modified=\"configure\"", "")
                .dropInto(jar);
        Eventually.get(() -> System.getProperty("vendor.sample.colour"), "green"::equals);
        Files.writeString(file, "colour = yellow, with stripes\n");
        Eventually.get(() -> System.getProperty("vendor.sample.colour"), "yellow, with stripes"::equals);
        Files.delete(jar);
        Eventually.get(() -> engine.engine().bundles(), bundles -> bundles.stream()
                .noneMatch(b -> "vendor.sample.configured".equals(b.getSymbolicName())));
    }
}
