package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.provider.microsoft.scan.Damage;
import io.patchbay.runtime.TestEngine.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bad scan file after a good one: the run fails and says where the damage is, and the catalogue answers as before. */
class DamagedScanFileIT {
    @TempDir
    static Path data;

    private static TestEngine engine;

    @BeforeAll
    static void start() throws Exception {
        publish("1-intact", Damage.intact());
        engine = TestEngine.start(data);
        engine.ask("patchbay:sync microsoft-scan");
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
    }

    private static void publish(String recording, byte[] scanFile) throws IOException {
        Path folder =
                Files.createDirectories(data.resolve("feeds/microsoft-scan").resolve(recording));
        Files.write(folder.resolve("wsusscn2.cab"), scanFile);
    }

    /** Everything that is said of updates and their history. */
    private static String catalogue() throws IOException {
        return engine.ask("patchbay:updates --json; patchbay:update --json aaaaaaaa-0000-0000-0000-000000001010;"
                + " patchbay:facets --json; patchbay:generations --json; patchbay:changes --since 0 --json");
    }

    @ParameterizedTest
    @EnumSource
    void failsTheRunAndLeavesTheLastGeneration(Damage damage) throws Exception {
        String before = catalogue();
        assertTrue(before.contains("An update"), before);
        publish("2-damaged", damage.scanFile());
        Answer refused = engine.execute("patchbay:sync microsoft-scan");
        assertEquals(1, refused.status());
        assertNames(damage, refused.err());
        assertNames(damage, engine.ask("patchbay:status"));
        assertNames(damage, engine.ask("patchbay:runs microsoft-scan --limit 1"));
        assertEquals(before, catalogue());
    }

    private static void assertNames(Damage damage, String text) {
        assertTrue(text.contains("wsusscn2.cab"), text);
        for (String name : damage.names()) {
            assertTrue(text.contains(name), text);
        }
    }
}
