package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's bundle comes, changes and goes, while somebody asks. */
class DropInIT {
    private static final String UPDATES = "patchbay:updates --provider sample --json";

    @TempDir
    Path data;

    private TestEngine engine;
    private Path jar;

    @BeforeEach
    void start() throws Exception {
        TestEngine.publish(data, "2026-01-01", "one", "two");
        engine = TestEngine.start(data);
        jar = engine.folder("providers").resolve("sample.jar");
    }

    @AfterEach
    void stop() throws Exception {
        engine.close();
    }

    private void dropAndSync(String version) throws Exception {
        SampleJar.provider(version).dropInto(jar);
        Eventually.get(engine::dropIns, dropIns -> dropIns.contains("state=STARTED") && dropIns.contains(version));
        engine.ask("patchbay:sync sample");
    }

    @Test
    void itsUpdatesAnswerAndStayWhenItGoes() throws Exception {
        dropAndSync("1.0.0");
        assertTrue(engine.ask(UPDATES).contains("Sample two"));
        Files.delete(jar);
        String status = Eventually.get(() -> engine.ask("patchbay:providers"), text -> text.contains("absent"));
        assertTrue(status.contains("sample"), status);
        assertTrue(engine.ask(UPDATES).contains("Sample two"));
    }

    @Test
    void itIsSyncedWithoutBeingAsked() throws Exception {
        SampleJar.provider("1.0.0").dropInto(jar);
        Eventually.get(() -> engine.execute(UPDATES).out(), text -> text.contains("Sample two"));
    }

    @Test
    void aBrokenUpdateIsRefusedAndHarmsNothing() throws Exception {
        dropAndSync("1.0.0");
        SampleJar.provider("2.0.0")
                .with("Import-Package", "io.patchbay.spi;version=\"[7,8)\"")
                .dropInto(jar);
        String dropIns = Eventually.get(engine::dropIns, text -> text.contains("state=REFUSED"));
        assertTrue(dropIns.contains("wants io.patchbay.spi [7.0.0,8.0.0); this engine has "), dropIns);
        assertTrue(dropIns.contains("vendor.sample 1.0.0, which was there before, keeps running"), dropIns);
        engine.ask("patchbay:sync sample");
        assertTrue(engine.ask(UPDATES).contains("Sample two"));
    }

    @Test
    void noQueryFailsWhileItIsSwappedAgainAndAgain() throws Exception {
        dropAndSync("1.0.0");
        String expected = engine.ask(UPDATES);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> queries = reader.submit(() -> {
                int count = 0;
                while (!isOver.get()) {
                    assertEquals(expected, engine.ask(UPDATES));
                    count++;
                }
                return count;
            });
            for (int version = 1; version <= 5; version++) {
                dropAndSync("1." + version + ".0");
            }
            isOver.set(true);
            assertTrue(queries.get() > 0);
        } finally {
            isOver.set(true);
            reader.shutdown();
        }
    }

    @Test
    void whatWasThereBeforeTheStartIsThereWhenTheSocketAnswers() throws Exception {
        SampleJar.provider("1.0.0").dropInto(jar);
        engine.close();
        engine = TestEngine.start(data);
        assertTrue(engine.dropIns().contains("state=STARTED"), engine.dropIns());
        assertTrue(engine.ask("patchbay:providers").contains("sample"));
    }

    @Test
    void aJarFromElsewhereDoesNotResolve() throws Exception {
        Path elsewhere = data.resolve("elsewhere.jar");
        SampleJar.provider("1.0.0").dropInto(elsewhere);
        engine.execute("felix:start " + elsewhere.toUri());
        assertTrue(engine.ask("felix:lb -s vendor.sample").contains("Installed"));
    }
}
