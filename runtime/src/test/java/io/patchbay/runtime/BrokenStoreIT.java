package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.patchbay.runtime.TestEngine.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kernel fails one write, sync or read of SQLite's files during a sync: the first, the second, the fourth and so on, or with {@code
 * -DfaultStep=1} each, until none is left to fail. The engine is never restarted; each time, the upstream has something new.
 */
class BrokenStoreIT {
    private static final int STEP = Integer.getInteger("faultStep", 0);
    private static final String SYNCS = "fsync,fdatasync,ftruncate";
    private static final String READS = "pread64";
    private static final int[] KIBIBYTES = {0, 8, 32, 128, 256, 512};
    private static final Pattern CLEAR = Pattern.compile("(?m)^sync: sample failed \\(.+\\)$");
    private static final Pattern SAMPLES = Pattern.compile(" of ([0-9]+) updates");

    @TempDir
    Path work;

    private Path data;
    private EngineProcess engine;
    private int published;

    @BeforeEach
    void start() throws Exception {
        data = work.toRealPath().resolve("data");
        SampleJar.provider("1.0.0")
                .dropInto(Files.createDirectories(data.resolve("providers")).resolve("sample.jar"));
        publish();
        startEngine();
        engine.ask("patchbay:sync sample");
    }

    private void startEngine() throws IOException {
        engine = EngineProcess.start(data, work.resolve("feeds"));
        engine.awaitReady();
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    private void publish() throws IOException {
        String[] releases = IntStream.range(0, samples(++published))
                .mapToObj(i -> "release " + i)
                .toArray(String[]::new);
        TestEngine.publish(work, "recording-" + (1000 + published), releases);
    }

    private static int samples(int published) {
        return 400 + 20 * published;
    }

    @Test
    void recoversFromAnyCallThatFails() throws Exception {
        String obstacle = FailingCalls.obstacle(engine.pid(), work.resolve("calls"));
        if (!obstacle.isEmpty()) {
            System.out.println("failing calls are skipped: " + obstacle);
        }
        assumeTrue(obstacle.isEmpty(), obstacle);
        requireRecoveryFromAny("pwrite64");
        requireRecoveryFromAny(SYNCS);
        requireRecoveryFromAny(READS);
        requireSamplesAfterARestart();
    }

    private void requireRecoveryFromAny(String calls) throws IOException {
        int at = 1;
        int failed = 0;
        while (syncWhileFailing(calls, at)) {
            failed++;
            at += STEP == 0 ? at : STEP;
        }
        System.out.println(failed + " syncs recovered from a " + calls + " that failed; none has more than " + at);
        assertTrue(failed > 0, "no " + calls + " failed");
    }

    /** Whether a call failed. */
    private boolean syncWhileFailing(String calls, int at) throws IOException {
        if (calls.equals(READS)) {
            forget();
        }
        int before = served();
        publish();
        Answer answer;
        boolean hasFailed;
        try (FailingCalls failing = FailingCalls.begin(engine.pid(), store(), calls, at, work.resolve("calls"))) {
            answer = engine.execute("patchbay:sync sample");
            hasFailed = failing.hasFailed();
        }
        requireOneGeneration(answer, before);
        requireRecovery();
        return hasFailed;
    }

    /** What a sync reads, SQLite would have in memory by now; but the connection that takes the place of a broken one has read nothing yet. */
    private void forget() throws IOException {
        publish();
        try (FailingCalls failing = FailingCalls.begin(engine.pid(), store(), SYNCS, 1, work.resolve("calls"))) {
            assertEquals(1, engine.execute("patchbay:sync sample").status());
            assertTrue(failing.hasFailed());
        }
    }

    private List<Path> store() {
        return Stream.of("catalog.db", "catalog.db-wal", "catalog.db-shm")
                .map(data::resolve)
                .toList();
    }

    /** What nothing but the operating system is needed for: no file of the engine may grow beyond a length. */
    @Test
    void recoversFromAFileThatCannotGrow() throws Exception {
        for (int kibibytes : KIBIBYTES) {
            int before = served();
            publish();
            engine.limitFiles(Integer.toString(kibibytes * 1024));
            Answer answer = engine.execute("patchbay:sync sample");
            engine.limitFiles("unlimited");
            requireOneGeneration(answer, before);
            requireRecovery();
        }
        requireSamplesAfterARestart();
    }

    private void requireOneGeneration(Answer answer, int before) throws IOException {
        boolean isClear = CLEAR.matcher(answer.err()).find();
        assertTrue(answer.status() == 0 || isClear, answer::toString);
        int served = served();
        boolean isOld = answer.status() != 0 && served == before;
        assertTrue(isOld || served == samples(published), served + " updates after " + answer);
    }

    private void requireRecovery() throws IOException {
        engine.ask("patchbay:sync sample; patchbay:audit verify");
        assertEquals(samples(published), served());
    }

    private void requireSamplesAfterARestart() throws IOException {
        engine.close();
        startEngine();
        requireRecovery();
    }

    private int served() throws IOException {
        String updates = engine.ask("patchbay:updates --provider sample --limit 1");
        Matcher samples = SAMPLES.matcher(updates);
        assertTrue(samples.find(), updates);
        return Integer.parseInt(samples.group(1));
    }
}
