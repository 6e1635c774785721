package io.patchbay.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell tells of the recorded feeds. */
class RecordedFeedsIT {
    private static final Path RECORDED = Path.of(System.getProperty("patchbay.root"), "vendor-feeds");

    private static final Pattern ID = Pattern.compile("\"id\" *: *\"([0-9a-f-]{36})\"");

    @TempDir
    Path data;

    private TestEngine engine;

    @BeforeEach
    void start() throws Exception {
        engine = TestEngine.start(data, RECORDED);
        Eventually.get(() -> engine.execute("patchbay:sync"), answer -> answer.status() == 0);
    }

    @AfterEach
    void stop() throws IOException {
        engine.close();
    }

    @Test
    void findsAnUpdateByAVulnerabilityThatOnlyAnAdvisoryNames() throws Exception {
        assertEquals(
                "[ ]",
                engine.ask("patchbay:updates --cve CVE-2022-99999 --json").strip());
        String found = engine.ask("patchbay:updates --cve CVE-2022-34713 --json");
        assertTrue(found.contains("(KB5016616)"), found);
        Matcher id = ID.matcher(found);
        assertTrue(id.find(), found);
        String sheet = engine.ask("patchbay:update " + id.group(1));
        assertTrue(sheet.contains("microsoft-msrc, CVE-2022-34713, Important"), sheet);
        assertTrue(sheet.contains("exploited"), sheet);
    }

    @Test
    void tellsWhereEachLineStandsAndWhoVouchesForIt() throws Exception {
        String products = engine.ask("patchbay:products");
        assertTrue(
                products.lines()
                        .anyMatch(
                                line -> line.matches(
                                        "PuTTY MSI +release +x64 +msi +0\\.85 +2026-08-16 .* as recorded +C +sha256 from sha256sums/0\\.85.*")),
                products);
        assertTrue(products.lines().anyMatch(line -> line.startsWith("Office 2016 ")), products);
        assertEquals(
                1,
                products.lines()
                        .filter(line -> line.matches("Flash Player +release .* none .* 2020-12-31 .*")
                                || line.matches("Flash Player  +[0-9]+ *"))
                        .count(),
                products);
        assertTrue(engine.ask("patchbay:feeds putty").contains("recorded"));
        String each = engine.ask("patchbay:products --provider putty --feeds");
        assertTrue(each.lines().anyMatch(line -> line.matches(" +sha512sums: recorded +as recorded")), each);
        assertTrue(each.lines().anyMatch(line -> line.matches(" +latest\\.html: recorded +as recorded")), each);
    }
}
