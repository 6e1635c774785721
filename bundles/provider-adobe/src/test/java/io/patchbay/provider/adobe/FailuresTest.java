package io.patchbay.provider.adobe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Digest;
import io.patchbay.model.Rollout;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.RecordedSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has broken others who read these documents. */
final class FailuresTest {
    private static final RecordedCases CASES = RecordedCases.of(new AdobeProvider());
    private static final String AUGUST = "2024-08-13-apsb24-57";
    private static final String SEPTEMBER = "2024-09-10-apsb24-70";
    private static final String REVISED = "2024-09-12-bulletin-revised";
    private static final String LATE = "2026-05-08-language-late";
    private static final String PATCH = "Adobe Acrobat Reader DC/continuous/x64/MUI/msp";
    private static final String PATCH_X86 = "Adobe Acrobat Reader DC/continuous/x86/single/msp";

    private static String version(RecordedSnapshot snapshot, String line) throws Exception {
        return CASES.update(snapshot, line).release().version().canonical();
    }

    @Test
    @DisplayName("Failure 7: a version with a letter is a release to come")
    void leavesOutAnnouncedReleases() throws Exception {
        assertEquals("20.005.30655", version(CASES.open(AUGUST), "Adobe Acrobat Reader 2020/classic-2020/x86/MUI/msp"));
        assertEquals("26.001.21529", version(CASES.open(LATE), PATCH));
    }

    @Test
    @DisplayName("Failure 11: the same file on another host is the same")
    void doesNotCareWhichHostHasTheFile() throws Exception {
        String installer = "Adobe Acrobat Reader DC/continuous/x64/MUI/exe";
        assertEquals(
                CASES.update(CASES.open(SEPTEMBER), installer).files(),
                CASES.update(CASES.open(REVISED), installer).files());
    }

    @Test
    @DisplayName("Failure 12: each language has its own newest release")
    void aLanguageMayBeLate() throws Exception {
        assertEquals("26.001.21431", version(CASES.open(LATE), "Adobe Acrobat Reader DC/continuous/x86/eu-ES/exe"));
        assertEquals("26.001.21529", version(CASES.open(LATE), "Adobe Acrobat Reader DC/continuous/x86/en-US/exe"));
    }

    @Test
    @DisplayName("Failure 9: a language whose processors disagree is settling")
    void aReleaseOfOneProcessorIsSettling() throws Exception {
        String rest = "MUI for Windows\",\n    \"fileSize\": 700,\n    \"version\": \"26.001.";
        RecordedSnapshot disagreeing = CASES.open(LATE)
                .replacing("products/mui.json", rest + "21529", rest + "21431")
                .replacing("downloads/mui-x86.json", "2600121529", "2600121431");
        assertEquals(Rollout.SETTLING, rollout(disagreeing, "Adobe Acrobat Reader DC/continuous/x64/MUI/exe"));
        assertEquals(Rollout.COMPLETE, rollout(disagreeing, "Adobe Acrobat Reader DC/continuous/x86/MUI/exe"));
        assertEquals(Rollout.COMPLETE, rollout(disagreeing, "Adobe Acrobat Reader DC/continuous/x64/en-US/exe"));
    }

    private static Rollout rollout(RecordedSnapshot snapshot, String line) throws Exception {
        return CASES.update(snapshot, line).release().rollout();
    }

    @Test
    void refusesAnInstallerOfAnotherLanguage() throws Exception {
        RecordedSnapshot single = CASES.open(LATE).replacing("downloads/mui-x64.json", "_MUI.exe", "_en_US.exe");
        FeedException refused = assertThrows(FeedException.class, () -> CASES.updates(single));
        assertEquals("downloads/mui-x64.json", refused.feed());
    }

    @Test
    @DisplayName("Failure 18: a day that is none is refused")
    void refusesADayThatIsNone() throws Exception {
        RecordedSnapshot edited = CASES.open(LATE).replacing("notes.html", "May 4, 2026", "May 44, 2026");
        FeedException refused = assertThrows(FeedException.class, () -> CASES.updates(edited));
        assertEquals("notes.html", refused.feed());
    }

    @Test
    @DisplayName("Failure 21: what is for another system is refused, and never rewritten")
    void refusesWhatIsForMac() throws Exception {
        RecordedSnapshot mac = CASES.open(LATE).replacing("products/mui.json", "for Windows 64-bit", "for Mac");
        assertThrows(FeedException.class, () -> CASES.updates(mac));
        RecordedSnapshot image = CASES.open(LATE).replacing("downloads/mui-x64.json", ".exe\"", ".dmg\"");
        assertThrows(FeedException.class, () -> CASES.updates(image));
    }

    @Test
    void refusesAnAddressOfAnotherVersion() throws Exception {
        RecordedSnapshot other = CASES.open(LATE).replacing("downloads/mui-x64.json", "2600121529", "2600121431");
        FeedException refused = assertThrows(FeedException.class, () -> CASES.updates(other));
        assertEquals("downloads/mui-x64.json", refused.feed());
    }

    @Test
    void aListOfProductsNeedsNoEnding(@TempDir Path folder) throws Exception {
        RecordedSnapshot recorded = CASES.open(LATE);
        for (Document document : recorded.documents()) {
            Path copy = folder.resolve(document.name().replace("products/en.json", "products/en"));
            Files.createDirectories(copy.getParent());
            Files.write(copy, recorded.bytes(document.name()));
        }
        assertEquals(Set.copyOf(CASES.updates(recorded)), Set.copyOf(CASES.updates(RecordedSnapshot.open(folder))));
    }

    @Test
    @DisplayName("Failure 13: an entry of another form does not make an older one the newest")
    void refusesAnEntryOfAnotherForm() throws Exception {
        RecordedSnapshot edited = CASES.open(SEPTEMBER)
                .replacing("notes.html", "24.003.20112 Planned update, Sep 10, 2024", "24.003.20112: 2024-09-10");
        assertThrows(FeedException.class, () -> CASES.updates(edited));
    }

    @Test
    @DisplayName("Failure 25: a bulletin that was revised amends the same update")
    void keepsTheIdWhenABulletinIsRevised() throws Exception {
        Update first = CASES.update(CASES.open(SEPTEMBER), PATCH);
        Update revised = CASES.update(CASES.open(REVISED), PATCH);
        assertEquals(first.id(), revised.id());
        assertEquals(List.of("CVE-2024-41869"), cves(first));
        assertEquals(List.of("CVE-2024-41869", "CVE-2024-45112"), cves(revised));
        assertNotEquals(first.id(), CASES.update(CASES.open(AUGUST), PATCH).id());
    }

    private static List<String> cves(Update update) {
        return update.security().cves().stream().map(Cve::id).toList();
    }

    @Test
    void keepsThePriorityAndEachCvesOwnRating() throws Exception {
        Update update = CASES.update(CASES.open(AUGUST), PATCH_X86);
        assertEquals(Severity.CRITICAL, update.security().severity());
        assertEquals("Critical, priority 3", update.security().vendorSeverity());
        assertEquals(List.of("APSB24-57"), update.security().bulletins());
        Cve third = update.security().cves().get(2);
        assertEquals(Severity.IMPORTANT, third.severity());
        assertEquals(7.0, third.score());
        assertEquals("CVE-2024-39425", third.id());
    }

    @Test
    void saysWhichVulnerabilitiesAreUsedInAttacks() throws Exception {
        String sentence =
                "<p>Adobe is aware that CVE-2024-39425 has been exploited in the wild in limited attacks.</p><h2>Solution";
        RecordedSnapshot attacked = CASES.open(AUGUST).replacing("bulletins/apsb24-57.html", "<h2>Solution", sentence);
        assertEquals(List.of(), exploited(CASES.update(CASES.open(AUGUST), PATCH)));
        assertEquals(List.of("CVE-2024-39425"), exploited(CASES.update(attacked, PATCH)));
    }

    private static List<String> exploited(Update update) {
        return update.security().cves().stream()
                .filter(Cve::exploited)
                .map(Cve::id)
                .toList();
    }

    @Test
    void aBulletinMayWriteTheYearInFull() throws Exception {
        RecordedSnapshot full =
                CASES.open(AUGUST).replacing("bulletins/apsb24-57.html", "24.002.21005", "2024.002.21005");
        assertEquals(CASES.updates(CASES.open(AUGUST)), CASES.updates(full));
    }

    @Test
    void aReleaseWithoutABulletinIsNoSecurityUpdate() throws Exception {
        Update update = CASES.update(CASES.open(LATE), PATCH);
        assertEquals(Classification.UPDATES, update.release().classification());
        assertEquals(Severity.UNSPECIFIED, update.security().severity());
    }

    @Test
    void takesFromACatalogueWhatOnlyThatSays() throws Exception {
        Update catalogued = CASES.update(CASES.open(AUGUST), PATCH);
        assertEquals(
                Digest.Algorithm.SHA1,
                catalogued.files().get(0).digests().get(0).algorithm());
        assertTrue(catalogued.installation().attributes().containsKey("PatchCode"));
        assertEquals(
                catalogued.id(),
                CASES.update(CASES.open("2024-09-14-withdrawn-24.003.20112"), PATCH)
                        .id());
    }

    @Test
    void whatOnlyACatalogueRatesIsASecurityUpdate() throws Exception {
        RecordedSnapshot other =
                CASES.open(AUGUST).replacing("bulletins/apsb24-57.html", "24.002.21005", "24.002.21099");
        Update update = CASES.update(other, PATCH);
        assertEquals(Severity.CRITICAL, update.security().severity());
        assertEquals(Classification.SECURITY_UPDATES, update.release().classification());
    }

    @Test
    void aBrokenCatalogueIsNoticed() throws Exception {
        RecordedSnapshot broken =
                CASES.open(AUGUST).replacing("catalogs/ReaderCatalog-DC.cab", "</smc:SoftwareDistributionPackage>", "");
        assertThrows(FeedException.class, () -> CASES.updates(broken));
    }
}
