package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Classification;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation;
import io.patchbay.model.Severity;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParseTest {
    private static final String ADVISORY = "advisories/announce/2025/mfsa2025-19.yml";
    private static final String VERSIONS = "firefox_versions.json";
    private static final String MAIL_VERSIONS = "thunderbird_versions.json";
    private static final String FIREFOX_X64 = "Mozilla Firefox 136.0.4 (x64, exe)";

    private InMemorySnapshot before;
    private InMemorySnapshot after;

    @BeforeEach
    void load() throws IOException {
        before = InMemorySnapshot.recorded("2025-03-27-firefox-136.0.4");
        after = InMemorySnapshot.recorded("2025-03-28-mfsa2025-19");
    }

    private static List<Update> parse(InMemorySnapshot snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        new MozillaProvider().parse(snapshot, updates::add);
        return updates;
    }

    private static Update parse(InMemorySnapshot snapshot, String title) throws IOException, FeedException {
        return parse(snapshot).stream()
                .filter(update -> update.description().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(InMemorySnapshot snapshot) throws IOException, FeedException {
        return parse(snapshot).stream()
                .map(Update::release)
                .map(release -> Objects.requireNonNull(release.line()) + " "
                        + Objects.requireNonNull(release.version()).vendorTag())
                .filter(line -> line.contains("/x64/msi"))
                .toList();
    }

    @Test
    void showsAReleaseBeforeItsAdvisoryAndAmendsItUnderTheSameId() throws IOException, FeedException {
        Update unrated = parse(before, FIREFOX_X64);
        Update rated = parse(after, FIREFOX_X64);
        assertEquals(unrated.id(), rated.id());
        assertEquals(Severity.UNSPECIFIED, unrated.security().severity());
        assertEquals(Classification.UPDATES, unrated.release().classification());
        assertEquals(Severity.CRITICAL, rated.security().severity());
        assertEquals(Classification.SECURITY_UPDATES, rated.release().classification());
    }

    @Test
    void keepsIdsForEver() throws IOException, FeedException {
        assertEquals(
                UpdateId.of("mozilla", "Firefox", "136.0.4", "x64", "exe"),
                parse(after, FIREFOX_X64).id());
        assertEquals(
                UpdateId.of("mozilla", "Firefox ESR", "128.8.1", "x64", "msi"),
                parse(after, "Mozilla Firefox ESR 128.8.1 (x64, msi)").id());
    }

    @Test
    void ratesEachCveAsItsAdvisoryDoes() throws IOException, FeedException {
        var security = parse(after, FIREFOX_X64).security();
        assertEquals(List.of("mfsa2025-19"), security.bulletins());
        assertEquals("critical", security.vendorSeverity());
        assertEquals("CVE-2025-2857", security.cves().get(0).id());
        assertEquals("mfsa2025-19", security.cves().get(0).source());
    }

    @Test
    void saysWhichFlawsAreUsedInAttacks() throws IOException, FeedException {
        assertFalse(parse(after, FIREFOX_X64).security().cves().get(0).exploited());
        String flaws = "announced: March 27, 2025\nimpact: low\nfixed_in:\n- Firefox 136.0.4\ntitle: t\nadvisories:\n"
                + "  CVE-2025-20001:\n    impact: low\n    description: |\n      A flaw. We have had reports of\n"
                + "      this vulnerability being exploited in the wild.\n  CVE-2025-20002:\n    impact: low\n";
        var cves = parse(after.with(ADVISORY, flaws), FIREFOX_X64).security().cves();
        assertEquals(List.of(true, false), cves.stream().map(Cve::exploited).toList());
    }

    @Test
    void ratesByTheWorstFlaw() throws IOException, FeedException {
        String flaws = "announced: March 27, 2025\nimpact: low\nfixed_in:\n- Firefox 136.0.4\ntitle: t\nadvisories:\n"
                + "  CVE-2025-1:\n    impact: low\n  CVE-2025-20001:\n    title: a\n    impact: moderate\n"
                + "  MFSA-RESERVED-2025-1:\n    title: b\n    impact: high\n";
        var security = parse(after.with(ADVISORY, flaws), FIREFOX_X64).security();
        assertEquals(Severity.IMPORTANT, security.severity());
        assertEquals(1, security.cves().size());
    }

    @Test
    void offersOneUpdateForEachArchitectureAndPackageWithAFileForEachLanguage() throws IOException, FeedException {
        List<Update> updates = parse(after);
        assertEquals(3 * 6 + 2 * 4, updates.size());
        assertTrue(updates.stream().allMatch(update -> update.files().size() == 4));
        assertEquals(
                List.of("de", "en-US", "fr", "ja"),
                List.copyOf(parse(after, FIREFOX_X64).release().languages()));
    }

    @Test
    void givesEachKindOfPackageItsSilentCommands() throws IOException, FeedException {
        Installation exe = parse(after, FIREFOX_X64).installation();
        assertEquals("/S /PreventRebootRequired=true", exe.arguments());
        assertEquals("\"%ProgramFiles%\\Mozilla Firefox\\uninstall\\helper.exe\" /S", exe.uninstall());
        assertEquals(Installation.Reboot.CAN_REQUEST, exe.reboot());
        Installation msi =
                parse(after, "Mozilla Thunderbird 136.0.1 (x86, msi)").installation();
        assertEquals("/qn /norestart", msi.arguments());
        assertEquals("\"%ProgramFiles(x86)%\\Mozilla Thunderbird\\uninstall\\helper.exe\" /S", msi.uninstall());
    }

    @Test
    void endsALineWhoseKeyVanishes() throws IOException, FeedException {
        InMemorySnapshot snapshot = after.replacing(VERSIONS, "FIREFOX_ESR115", "FORMER");
        assertEquals(
                List.of(
                        "Firefox/release/x64/msi 136.0.4",
                        "Firefox ESR/esr-128/x64/msi 128.8.1esr",
                        "Thunderbird/release/x64/msi 136.0.1",
                        "Thunderbird ESR/esr-128/x64/msi 128.8.1esr"),
                lines(snapshot));
    }

    @Test
    void offersAReleaseOnceThoughSeveralKeysNameIt() throws IOException, FeedException {
        InMemorySnapshot snapshot = after.replacing(VERSIONS, "115.21.1esr", "128.8.1esr");
        assertEquals(4, lines(snapshot).size());
    }

    @Test
    void readsTheNextEsr() throws IOException, FeedException {
        InMemorySnapshot snapshot = after.replacing(
                        VERSIONS, "\"FIREFOX_ESR_NEXT\": \"\"", "\"FIREFOX_ESR_NEXT\": \"115.21.1esr\"")
                .replacing(VERSIONS, "FIREFOX_ESR115", "FORMER");
        assertTrue(lines(snapshot).contains("Firefox ESR/esr-115/x64/msi 115.21.1esr"));
    }

    /** As in September 2024, when Thunderbird had no other release. */
    @Test
    void takesAnEsrForWhatItIsUnderAnyKey() throws IOException, FeedException {
        InMemorySnapshot snapshot = after.replacing(MAIL_VERSIONS, "136.0.1", "128.8.1esr");
        assertFalse(lines(snapshot).toString().contains("Thunderbird/release"));
        assertTrue(lines(snapshot).contains("Thunderbird ESR/esr-128/x64/msi 128.8.1esr"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "136.0b9", "Unknown", "136"})
    void refusesAVersionThatIsNone(String version) {
        FeedException e = assertThrows(FeedException.class, () -> parse(after.replacing(VERSIONS, "136.0.4", version)));
        assertEquals(VERSIONS, e.feed());
        assertEquals("/LATEST_FIREFOX_VERSION", e.place());
    }

    @Test
    @DisplayName("Failure 1: product details in which all is empty say nothing")
    void refusesAListInWhichEveryEsrIsEmpty() {
        InMemorySnapshot snapshot = after.replacing(VERSIONS, "128.8.1esr", "").replacing(VERSIONS, "115.21.1esr", "");
        assertEquals(
                VERSIONS,
                assertThrows(FeedException.class, () -> parse(snapshot)).feed());
    }

    @Test
    void refusesAReleaseWithoutChecksums() {
        FeedException e = assertThrows(FeedException.class, () -> parse(after.without("sha512sums/firefox-136.0.4")));
        assertTrue(e.getMessage().contains("sha512sums/firefox-136.0.4: the snapshot "), e.getMessage());
    }

    @Test
    void refusesASnapshotWithoutAListedAdvisory() {
        FeedException e = assertThrows(FeedException.class, () -> parse(after.without(ADVISORY)));
        assertTrue(e.getMessage().contains(ADVISORY + " is missing"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"impact: critical", "March 27, 2025", "Firefox 136.0.4", "fixed_in"})
    void namesTheAdvisoryThatItCannotRead(String text) {
        FeedException e = assertThrows(FeedException.class, () -> parse(after.replacing(ADVISORY, text, "Firefox 1?")));
        assertEquals(ADVISORY, e.feed());
    }

    @Test
    void leavesFixesOfOtherProductsAlone() throws IOException, FeedException {
        InMemorySnapshot snapshot = after.replacing(ADVISORY, "- Firefox 136.0.4", "- Firefox for iOS 136.0.4");
        assertEquals(
                Severity.UNSPECIFIED, parse(snapshot, FIREFOX_X64).security().severity());
    }

    @Test
    void datesAReleaseByItsAdvisoryUntilProductDetailsKnowIt() throws IOException, FeedException {
        InMemorySnapshot unknown = after.replacing("firefox.json", "firefox-136.0.4", "firefox-0");
        assertEquals(
                LocalDate.of(2025, 3, 27), parse(unknown, FIREFOX_X64).release().released());
        InMemorySnapshot neither = unknown.replacing(ADVISORY, "- Firefox 136.0.4\n", "");
        assertNull(parse(neither, FIREFOX_X64).release().released());
    }

    @Test
    void callsTheFirstOfAMajorVersionAnUpgrade() throws IOException, FeedException {
        InMemorySnapshot snapshot = before.replacing(VERSIONS, "136.0.4", "137.0")
                .with(
                        "sha512sums/firefox-137.0",
                        before.text("sha512sums/firefox-136.0.4").replace("136.0.4", "137.0"));
        Update update = parse(snapshot, "Mozilla Firefox 137.0 (x64, exe)");
        assertEquals(Classification.UPGRADES, update.release().classification());
        assertNotEquals(parse(before, FIREFOX_X64).id(), update.id());
    }
}
