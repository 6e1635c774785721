package io.patchbay.provider.google.chrome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.feeds.vendor.Words;
import io.patchbay.model.Architecture;
import io.patchbay.model.Installation;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import io.patchbay.testkit.RecordedCases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failure 23: rules against the rows that Chrome's installers leave in the registry")
final class ChromePackagesTest {
    private static final RecordedCases CASES = RecordedCases.of(new GoogleChromeProvider());
    private static final String PROGRAM = "Google\\Chrome\\Application\\chrome.exe";
    private static final String POLICY =
            "SOFTWARE\\Policies\\Google\\Update\\TargetChannel{8A69D345-D564-463C-AFF1-A69D9E530F96}";

    /** As it was observed. */
    private static final Entry MSI =
            new Entry("{B0821D6D-77D0-3A02-A044-5E9F3F5A2797}", "Google Chrome", "144.0.7559.133", false);

    private static final Entry EXE = new Entry("Google Chrome", "Google Chrome", "144.0.7559.133", true);

    private static Endpoint x64(Entry... entries) {
        return Endpoint.with(entries).withFile("%ProgramFiles%\\" + PROGRAM, "144.0.7559.133");
    }

    private static List<String> needed(Endpoint endpoint) throws Exception {
        return CASES.updates(CASES.open("2026-04-15-release-147.0.7727.102")).stream()
                .filter(update -> endpoint.needs(update.applicability()))
                .map(update -> update.release().line().toString())
                .toList();
    }

    @Test
    void eachInstallationNeedsThePackageThatItCameFrom() throws Exception {
        assertEquals(List.of("Google Chrome/stable/x64/msi"), needed(x64(MSI)));
        assertEquals(List.of("Google Chrome/stable/x64/exe"), needed(x64(EXE)));
    }

    @Test
    void theFolderTellsTheProcessor() throws Exception {
        Endpoint x86 = Endpoint.with(EXE).withFile("%ProgramFiles(x86)%\\" + PROGRAM, "144.0.7559.133");
        assertEquals(List.of("Google Chrome/stable/x86/exe"), needed(x86));
        Endpoint arm64 =
                new Endpoint(Architecture.ARM64, List.of(EXE), Map.of("%ProgramFiles%\\" + PROGRAM, "144.0.7559.133"));
        assertEquals(List.of("Google Chrome/stable/arm64/exe"), needed(arm64));
    }

    @Test
    void thePolicyTellsTheChannel() throws Exception {
        Endpoint extended = x64(MSI).withRegistry(POLICY, "extended");
        assertEquals(List.of("Google Chrome Extended Stable/extended/x64/msi"), needed(extended));
    }

    @Test
    void anotherChannelBesideItIsNotChrome() throws Exception {
        assertEquals(List.of(), needed(x64(new Entry("{1}", "Google Chrome Beta", "144.0.7559.133", false))));
    }

    @Test
    @DisplayName(
            "The version that counts is that of the entry: after an update the old program runs on until it is restarted")
    void whatIsInstalledIsInstalledAlthoughTheOldProgramStillRuns() throws Exception {
        Entry current = new Entry("Google Chrome", "Google Chrome", "147.0.7727.102", true);
        assertEquals(List.of(), needed(x64(current)));
        Update update = CASES.update(CASES.open("2026-04-15-release-147.0.7727.102"), "Google Chrome/stable/x64/exe");
        assertTrue(x64(current).has(update.applicability()));
    }

    @Test
    void installsAndRemovesSilently() {
        Installation exe = installation("exe");
        assertEquals("--do-not-launch-chrome --system-level --channel=extended", exe.arguments());
        assertEquals(
                "\"%ProgramFiles%\\Google\\Chrome\\Application\\147.0.7727.102\\Installer\\setup.exe\""
                        + " --uninstall --system-level --force-uninstall",
                exe.uninstall());
        assertEquals("/qn /norestart", installation("msi").arguments());
        assertEquals("chrome.exe", exe.attributes().get(WindowsPackage.BLOCKING_PROCESSES));
    }

    private static Installation installation(String type) {
        Version version = Version.of(VersionScheme.FOUR_NUMBERS, "147.0.7727.102");
        return GoogleChromeProvider.VENDOR
                .packages("extended", version, Words.of(version).with("installer", "setup.exe"))
                .stream()
                .filter(of -> of.line().architecture() == Architecture.X64
                        && of.line().packageType().equals(type))
                .findFirst()
                .orElseThrow()
                .installation();
    }
}
