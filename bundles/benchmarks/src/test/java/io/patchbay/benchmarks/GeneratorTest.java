package io.patchbay.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.benchmarks.Options.Cabinets;
import io.patchbay.catalog.ChangeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
    private static final double SCALE = 0.002;

    @TempDir
    Path folder;

    private static Counts generate(Options options) throws IOException {
        return Generator.generate(options, line -> {});
    }

    @ParameterizedTest
    @EnumSource
    void writesWhatTheCatalogueThenHolds(Cabinets cabinets) throws Exception {
        Counts written = generate(new Options(SCALE, 7, 0, cabinets, false, false, folder.resolve("file")));
        try (ImportedFile imported = new ImportedFile(folder.resolve("data"))) {
            imported.add(folder.resolve("file"));
            Map<String, Long> held = imported.counts();
            assertTrue(held.get("superseded") > 0, "nothing is superseded");
            held.forEach((name, number) -> assertEquals(written.get(name), number, name));
            assertEquals(9, held.size(), held.keySet()::toString);
        }
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        assertEquals(
                generate(Options.of(SCALE, folder.resolve("once"))).toString(),
                generate(Options.of(SCALE, folder.resolve("again"))).toString());
    }

    @Test
    void changesNoMoreThanTheDelta() throws Exception {
        Options options = Options.of(SCALE, folder.resolve("month"));
        Counts first = generate(options);
        Options next = new Options(SCALE, 42, 0.05, Cabinets.LZX, false, false, folder.resolve("next"));
        Counts second = generate(next);
        try (ImportedFile imported = new ImportedFile(folder.resolve("data"))) {
            imported.add(folder.resolve("month"));
            ChangeCounts changes = imported.add(folder.resolve("next"));
            assertEquals(second.get("updates") - first.get("updates"), changes.added());
            assertTrue(changes.added() > 0 && second.get("changed") > 0, changes::toString);
            assertEquals(0, changes.withdrawn());
            assertTrue(changes.unchanged() > 0.9 * first.get("updates"), changes::toString);
        }
    }

    @Test
    void keepsTheLooseFilesForOtherTools() throws IOException {
        generate(new Options(SCALE, 1, 0, Cabinets.MSZIP, true, true, folder));
        for (String name : List.of("index.xml", "package.xml", "package.cab", "package2.cab")) {
            assertNotEquals(0, Files.size(folder.resolve("loose").resolve(name)), name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--scale 1", "--out x --scale none", "--out x --scale -1", "--out x --cab zip", "--out", "--x"})
    void refusesAWrongCommandLine(String line) {
        List<String> arguments = List.of(line.split(" "));
        assertThrows(IllegalArgumentException.class, () -> Options.parse(arguments));
    }
}
