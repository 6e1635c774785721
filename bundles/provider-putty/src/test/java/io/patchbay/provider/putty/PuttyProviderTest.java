package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Line;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PuttyProviderTest {
    private static final int X64_PROGRAM = Download.EXE_X64.ordinal();

    @Test
    void offersAnInstallerAndAProgramForEachProcessor() throws Exception {
        assertEquals(
                List.of(
                        "PuTTY MSI 0.83 (x86)",
                        "PuTTY MSI 0.83 (x64)",
                        "PuTTY MSI 0.83 (arm64)",
                        "PuTTY 0.83 (x86)",
                        "PuTTY 0.83 (x64)",
                        "PuTTY 0.83 (arm64)"),
                titles(Recorded.of(Recorded.RELEASE_083).updates()));
    }

    @Test
    void givesThePermanentAddressNotThatOfWhateverIsLatest() throws Exception {
        assertEquals(
                List.of(URI.create("https://the.earth.li/~sgtatham/putty/0.83/w64/putty.exe")),
                program(Recorded.RELEASE_083).urls());
    }

    @Test
    void takesTheDigestOfTheStandaloneProgramNotOfTheInstalledOne() throws Exception {
        String sums = Recorded.of(Recorded.RELEASE_083).text("sha256sums/0.83");
        String digest = program(Recorded.RELEASE_083).digests().get(0).value();
        assertTrue(sums.contains(digest + "  w64/putty.exe\n"));
        assertTrue(sums.contains("  w64/putty.exe (installer version)\n"));
    }

    @Test
    void marksASecurityReleaseWithoutRatingIt() throws Exception {
        Update update = Recorded.of(Recorded.RELEASE_084).updates().get(0);
        assertEquals(Classification.SECURITY_UPDATES, update.release().classification());
        assertEquals(Severity.UNSPECIFIED, update.security().severity());
        assertEquals(List.of(), update.security().cves());
    }

    @Test
    void marksAReleaseOfFeaturesAndFixesAsUpdates() throws Exception {
        Update update = Recorded.of(Recorded.RELEASE_083).updates().get(0);
        assertEquals(Classification.UPDATES, update.release().classification());
    }

    @Test
    void keepsTheIdWhenTheChangeListNamesCvesLater() throws Exception {
        Update first = Recorded.of(Recorded.RELEASE_084).updates().get(0);
        Update amended = Recorded.of(Recorded.AMENDED_084).updates().get(0);
        assertEquals(first.id(), amended.id());
        assertNotEquals(first.security(), amended.security());
        assertEquals(List.of("CVE-2026-48851", "CVE-2026-48852"), cves(amended));
    }

    @Test
    void namesACveOnceThoughTwoChangesDo(@TempDir Path folder) throws Exception {
        Recorded amended = Recorded.of(Recorded.AMENDED_084).copy(folder, "CVE-2026-48851", "CVE-2026-48852");
        assertEquals(List.of("CVE-2026-48852"), cves(amended.updates().get(0)));
    }

    @Test
    void continuesEachLineWithANewerVersion() throws Exception {
        List<Update> older = Recorded.of(Recorded.AMENDED_084).updates();
        List<Update> newer = Recorded.of(Recorded.RELEASE_085).updates();
        Set<Line> lines = new HashSet<>();
        for (int i = 0; i < older.size(); i++) {
            assertEquals(older.get(i).release().line(), newer.get(i).release().line());
            assertTrue(newer.get(i)
                    .release()
                    .version()
                    .isNewerThan(older.get(i).release().version()));
            lines.add(newer.get(i).release().line());
        }
        assertEquals(Download.values().length, lines.size());
    }

    private static ContentFile program(String name) throws Exception {
        return Recorded.of(name).updates().get(X64_PROGRAM).files().get(0);
    }

    private static List<String> titles(List<Update> updates) {
        return updates.stream().map(update -> update.description().title()).toList();
    }

    private static List<String> cves(Update update) {
        return update.security().cves().stream().map(Cve::id).toList();
    }
}
