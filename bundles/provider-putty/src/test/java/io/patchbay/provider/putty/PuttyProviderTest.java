package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.model.Line;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedProvider;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.ProviderContract;
import io.patchbay.testkit.RecordedSnapshot;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PuttyProviderTest extends ProviderContract {
    private static final int X64_PROGRAM = 4;

    @Override
    protected FeedProvider provider() {
        return new PuttyProvider();
    }

    @Test
    void offersAnInstallerAndAProgramForEachProcessor() throws Exception {
        assertEquals(
                List.of(
                        "PuTTY MSI 0.83 (x86)",
                        "PuTTY MSI 0.83 (x64)",
                        "PuTTY MSI 0.83 (arm64)",
                        "PuTTY 0.83 (x86)",
                        "PuTTY 0.83 (x64)",
                        "PuTTY 0.83 (arm64)",
                        "PuTTY 0.67 (Inno Setup, end of life)"),
                titles(Recorded.updates(Recorded.release083())));
    }

    @Test
    @DisplayName("Failure 8: an address without a version is never given")
    void givesThePermanentAddressNotThatOfWhateverIsLatest() throws Exception {
        assertEquals(
                List.of(URI.create("https://the.earth.li/~sgtatham/putty/0.83/w64/putty.exe")),
                program(Recorded.release083()).urls());
    }

    @Test
    void takesTheDigestOfTheStandaloneProgramNotOfTheInstalledOne() throws Exception {
        String sums = Recorded.release083().text("sha256sums/0.83");
        String digest = program(Recorded.release083()).digests().get(0).value();
        assertTrue(sums.contains(digest + "  w64/putty.exe\n"));
        assertTrue(sums.contains("  w64/putty.exe (installer version)\n"));
    }

    @Test
    void marksASecurityReleaseWithoutRatingIt() throws Exception {
        Update update = Recorded.updates(Recorded.release084()).get(0);
        assertEquals(Classification.SECURITY_UPDATES, update.release().classification());
        assertEquals(Severity.UNSPECIFIED, update.security().severity());
        assertEquals(List.of(), update.security().cves());
    }

    @Test
    void marksAReleaseOfFeaturesAndFixesAsUpdates() throws Exception {
        Update update = Recorded.updates(Recorded.release083()).get(0);
        assertEquals(Classification.UPDATES, update.release().classification());
    }

    @Test
    void keepsTheIdWhenTheChangeListNamesCvesLater() throws Exception {
        Update first = Recorded.updates(Recorded.release084()).get(0);
        Update amended = Recorded.updates(Recorded.amended084()).get(0);
        assertEquals(first.id(), amended.id());
        assertNotEquals(first.security(), amended.security());
        assertEquals(List.of("CVE-2026-48851", "CVE-2026-48852"), cves(amended));
    }

    @Test
    void namesACveOnceThoughTwoChangesDo() throws Exception {
        var amended = Recorded.amended084().replacing("changes.html", "CVE-2026-48851", "CVE-2026-48852");
        // The other one is in the CVE list, too.
        assertEquals(
                List.of("CVE-2026-48851", "CVE-2026-48852"),
                cves(Recorded.updates(amended).get(0)));
    }

    @Test
    void ratesWhatTheChangeListNamesAsTheCveListDoes() throws Exception {
        Update amended = Recorded.updates(Recorded.amended084()).get(0);
        assertEquals(Severity.LOW, amended.security().severity());
        assertEquals(3.1, amended.security().cves().get(0).score());
        Update unrated = Recorded.updates(
                        Recorded.amended084().without("cve/CVE-2026-48851.json").without("cve/CVE-2026-48852.json"))
                .get(0);
        assertEquals(Severity.UNSPECIFIED, unrated.security().severity());
        assertEquals(List.of("CVE-2026-48851", "CVE-2026-48852"), cves(unrated));
    }

    @Test
    void continuesEachLineWithANewerVersion() throws Exception {
        List<Update> older = Recorded.released(Recorded.amended084());
        List<Update> newer = Recorded.released(Recorded.release085());
        Set<Line> lines = new HashSet<>();
        for (int i = 0; i < older.size(); i++) {
            assertEquals(older.get(i).release().line(), newer.get(i).release().line());
            assertTrue(newer.get(i)
                    .release()
                    .version()
                    .isNewerThan(older.get(i).release().version()));
            lines.add(newer.get(i).release().line());
        }
        assertEquals(newer.size(), lines.size());
    }

    /** The installer until 0.67 is there to be removed, whatever is current. */
    @Test
    void findsTheInstallerUntil067ToBeRemoved() throws Exception {
        List<Update> all = Recorded.updates(Recorded.release085());
        Update ended = all.get(all.size() - 1);
        assertEquals(PublicationState.EXPIRED, ended.publication());
        assertEquals(List.of(), ended.files());
        Endpoint old = Endpoint.with(new Endpoint.Entry("PuTTY_is1", "PuTTY version 0.60", "0.60", true));
        assertTrue(old.has(ended.applicability()));
        assertFalse(Endpoint.with().has(ended.applicability()));
        assertFalse(Endpoint.with().needs(ended.applicability()));
        assertEquals(
                "\"%ProgramFiles(x86)%\\PuTTY\\unins000.exe\" /VERYSILENT /SUPPRESSMSGBOXES /NORESTART",
                ended.installation().uninstall());
    }

    private static ContentFile program(RecordedSnapshot release) throws Exception {
        return Recorded.updates(release).get(X64_PROGRAM).files().get(0);
    }

    private static List<String> titles(List<Update> updates) {
        return updates.stream().map(update -> update.description().title()).toList();
    }

    private static List<String> cves(Update update) {
        return update.security().cves().stream().map(Cve::id).toList();
    }
}
