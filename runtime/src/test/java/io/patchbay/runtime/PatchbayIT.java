package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is shipped, in processes of its own. */
class PatchbayIT {
    /** What a process wrote, and its exit status. */
    private record Ended(int status, String out, String err) {}

    private static final Ended NOTHING = new Ended(0, "[ ]\n", "");

    @TempDir
    Path work;

    @TempDir
    Path errors;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void endAll() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void runsCommandsInAnEngineOfItsOwn() throws Exception {
        TestEngine.publish(work, "2026-01-01", "one");
        Files.createDirectory(work.resolve("providers"));
        SampleJar.provider("1.0.0").dropInto(work.resolve("providers/sample.jar"));
        Ended ended = patchbay(
                "--feeds", work.resolve("feeds").toString(), "-c", "patchbay:sync sample; patchbay:updates --json");
        assertEquals(0, ended.status(), ended.err());
        assertTrue(ended.out().contains("Sample one"), ended.out());
    }

    @Test
    void writesNothingButTheAnswerToStandardOutput() throws Exception {
        assertEquals(NOTHING, patchbay("-c", "patchbay:updates --json"));
    }

    @Test
    void saysInOneLineWhyACommandFailedAndRunsNoFurther() throws Exception {
        Ended ended = patchbay("-c", "patchbay:update 1; patchbay:providers");
        assertEquals(1, ended.status());
        assertEquals("", ended.out());
        assertEquals(1, ended.err().lines().count(), ended.err());
    }

    @Test
    void refusesWrongUsage() throws Exception {
        Ended ended = patchbay("--nothing");
        assertEquals(2, ended.status());
        assertEquals("patchbay: unknown option --nothing; see patchbay --help\n", ended.err());
    }

    @Test
    void saysItsVersionAndHowToUseIt() throws Exception {
        assertTrue(patchbay("--version").out().startsWith("patchbay 0."));
        assertEquals(Options.HELP, patchbay("--help").out());
    }

    @Test
    void servesCommandsUntilItIsToldToEnd() throws Exception {
        Process engine = start();
        try (BufferedReader out = engine.inputReader(StandardCharsets.UTF_8)) {
            String ready = out.readLine();
            assertTrue(ready.matches("Patchbay \\S+ ready, data \\S+, \\d+ bundles, \\d+\\.\\d s"), ready);
            assertEquals(NOTHING, patchbay("-c", "patchbay:updates --json"));
            Ended second = patchbay();
            assertEquals(3, second.status());
            assertTrue(second.err().contains("is in use by process " + engine.pid()), second.err());
            engine.destroy();
            assertEquals(0, engine.waitFor());
        }
        assertFalse(Files.exists(work.resolve("shell.sock")));
    }

    @Test
    void startsAgainAfterItWasKilled() throws Exception {
        Process engine = start();
        try (BufferedReader out = engine.inputReader(StandardCharsets.UTF_8)) {
            out.readLine();
            engine.destroyForcibly().waitFor();
        }
        assertTrue(Files.exists(work.resolve("shell.sock")));
        assertEquals(NOTHING, patchbay("-c", "patchbay:updates --json"));
    }

    @Test
    void completesTheSyncAfterItWasKilledInTheMiddleOfOne() throws Exception {
        TestEngine.publish(work, "2026-01-01", "one");
        Files.createDirectory(work.resolve("providers"));
        SampleJar.provider("1.0.0").dropInto(work.resolve("providers/sample.jar"));
        String feeds = work.resolve("feeds").toString();
        patchbay("--feeds", feeds, "-c", "patchbay:sync sample");
        String[] many = IntStream.range(0, 5_000).mapToObj(n -> "release " + n).toArray(String[]::new);
        TestEngine.publish(work, "2026-01-02", many);
        Process engine = start("--feeds", feeds);
        try (BufferedReader out = engine.inputReader(StandardCharsets.UTF_8)) {
            out.readLine();
            assertEquals(0, patchbay("-c", "patchbay:sync sample --no-wait").status());
            engine.destroyForcibly().waitFor();
        }
        String before =
                patchbay("-c", "patchbay:updates --limit 1 --provider sample").out();
        assertTrue(before.contains("1 of 1 updates") || before.contains("1 of 5001 updates"), before);
        Ended after = patchbay("--feeds", feeds, "-c", "patchbay:sync sample; patchbay:updates --limit 1");
        assertEquals(0, after.status(), after.err());
        assertTrue(after.out().contains("of 5001 updates"), after.out());
    }

    @Test
    void saysThatItsCatalogueIsGone() throws Exception {
        TestEngine.publish(work, "2026-01-01", "one");
        Files.createDirectory(work.resolve("providers"));
        SampleJar.provider("1.0.0").dropInto(work.resolve("providers/sample.jar"));
        String[] sync = {"--feeds", work.resolve("feeds").toString(), "-c", "patchbay:sync sample"};
        assertEquals("", patchbay(sync).err());
        Files.delete(work.resolve("catalog.db"));
        String gone = patchbay("-c", "patchbay:status").err();
        assertEquals(
                1,
                gone.lines()
                        .filter(line -> line.contains("patchbay:sync fills it anew"))
                        .count(),
                gone);
        patchbay(sync);
        assertEquals("", patchbay("-c", "patchbay:status").err());
    }

    @Test
    void namesWhatIsConfiguredAndNobodyReads() throws Exception {
        Path conf = Files.createDirectory(work.resolve("conf"));
        Files.writeString(conf.resolve("io.patchbay.sync.cfg"), "interval.minute = 5\nparallel = 2\n");
        Files.writeString(conf.resolve("io.patchbay.fed-putty.cfg"), "feed = latest\n");
        Files.writeString(conf.resolve("io.patchbay.provider-putty.cfg"), "provider = putty\n");
        String err = patchbay("-c", "patchbay:status").err();
        assertEquals(2, err.lines().count(), err);
        assertTrue(
                err.contains("io.patchbay.sync.cfg: interval.minute is no key of io.patchbay.sync; there are "), err);
        assertTrue(err.contains("nothing is configured by the name io.patchbay.fed; there are "), err);
    }

    @Test
    void reachesADataFolderWithALongName() throws Exception {
        Path data = Files.createDirectory(work.resolve("long".repeat(40)));
        assertEquals(NOTHING, patchbay("--data", data.toString(), "-c", "patchbay:updates --json"));
    }

    @Test
    void saysWhichBundleCannotStartAndWhatItMisses() throws Exception {
        Path copy = copyOfTheDistribution();
        Files.delete(find(copy.resolve("system"), "catalog-"));
        Ended ended = end(start(copy, List.of("--data", work.resolve("data").toString(), "-c", "patchbay:status")));
        assertEquals(3, ended.status());
        assertTrue(ended.err().contains("cannot start"), ended.err());
        assertTrue(ended.err().contains("io.patchbay.catalog"), ended.err());
    }

    @Test
    void doesNotStartOnACatalogueThatItCannotRead() throws Exception {
        Path database = work.resolve("catalog.db");
        Files.writeString(database, "not a database, and somebody's only copy of whatever it is".repeat(100));
        Ended ended = patchbay("-c", "patchbay:status");
        assertEquals(3, ended.status());
        assertEquals("", ended.out());
        assertTrue(ended.err().contains("the engine cannot start"), ended.err());
        assertTrue(
                ended.err().lines().anyMatch(line -> line.contains("cannot open the catalogue " + database)),
                ended.err());
        assertTrue(Files.readString(work.resolve("logs/patchbay.log")).contains("catalog.db"));
        assertTrue(Files.readString(database).startsWith("not a database"));
    }

    @Test
    void takesADropInFolderThatOthersMayWriteToOnlyIfSignaturesAreRequired() throws Exception {
        Path open = Files.createDirectory(errors.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        String[] arguments = {"--providers", open.toString(), "-c", "patchbay:updates --json"};
        Ended refused = patchbay(arguments);
        assertEquals(3, refused.status());
        assertTrue(refused.err().endsWith("forbid it with: chmod go-w " + open + "\n"), refused.err());
        Files.writeString(work.resolve("conf/framework.properties"), "patchbay.signatures=required\n");
        assertEquals(NOTHING, patchbay(arguments));
    }

    @Test
    void logsWhyAComponentFailed() throws Exception {
        Files.createDirectory(work.resolve("providers"));
        SampleJar.provider("1.0.0")
                .component("FailingComponent", "immediate=\"true\"", "")
                .dropInto(work.resolve("providers/sample.jar"));
        patchbay("-c", "patchbay:status");
        String log = Files.readString(work.resolve("logs/patchbay.log"));
        assertTrue(log.contains("the vendor's component is broken"), log);
    }

    private Ended patchbay(String... arguments) throws IOException, InterruptedException {
        return end(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--data")) {
            all.addAll(0, List.of("--data", work.toString()));
        }
        return start(TestEngine.distribution().folder(), all);
    }

    private Process start(Path distribution, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-jar",
                distribution.resolve("lib/patchbay.jar").toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(errors(processes.size()).toFile())
                .start();
        processes.add(process);
        return process;
    }

    private Path errors(int process) {
        return errors.resolve(process + ".txt");
    }

    private Ended end(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        return new Ended(status, out, Files.readString(errors(processes.indexOf(process))));
    }

    private Path copyOfTheDistribution() throws IOException {
        Path original = TestEngine.distribution().folder();
        Path copy = work.resolve("a copy");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static Path find(Path folder, String beginning) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
