package io.patchbay.provider.adobe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Installation;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Update;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import io.patchbay.testkit.RecordedCases;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failure 23: rules against the rows that Adobe's installers leave in the registry")
final class AcrobatPackageTest {
    private static final RecordedCases CASES = RecordedCases.of(new AdobeProvider());
    private static final String CURRENT = "2026-05-08-language-late";

    /** As it was observed: the French Reader, which is Acrobat's program. */
    private static final Entry FRENCH =
            new Entry("{AC76BA86-1036-1033-7760-BC15014EA700}", "Adobe Acrobat (64-bit)", "25.001.20813", false);

    /** As winget says, but for the view. */
    private static final Entry MUI =
            new Entry("{AC76BA86-1033-FF00-7760-BC15014EA700}", "Adobe Acrobat DC (64-bit)", "24.001.20604", false);

    private static final Entry ENGLISH_X86 =
            new Entry("{AC76BA86-7AD7-1033-7B44-AC0F074E4100}", "Adobe Acrobat Reader DC", "24.001.20604", true);

    private static final Entry CLASSIC_MUI = new Entry("{1}", "Adobe Acrobat Reader 2020 MUI", "20.005.30680", true);

    private static List<String> needed(Endpoint endpoint) throws Exception {
        return CASES.updates(CASES.open(CURRENT)).stream()
                .filter(update -> endpoint.needs(update.applicability()))
                .map(update -> update.release().line().toString())
                .toList();
    }

    @Test
    void eachInstallationNeedsThePatchOfItsOwnKind() throws Exception {
        assertEquals(List.of("Adobe Acrobat Reader DC/continuous/x64/single/msp"), needed(Endpoint.with(FRENCH)));
        assertEquals(List.of("Adobe Acrobat Reader DC/continuous/x64/MUI/msp"), needed(Endpoint.with(MUI)));
        assertEquals(List.of("Adobe Acrobat Reader DC/continuous/x86/single/msp"), needed(Endpoint.with(ENGLISH_X86)));
    }

    @Test
    void tracksAreNeverMixed() throws Exception {
        List<String> needed = needed(Endpoint.with(CLASSIC_MUI, MUI));
        assertEquals(
                List.of(
                        "Adobe Acrobat Reader 2020/classic-2020/x86/MUI/msp",
                        "Adobe Acrobat Reader DC/continuous/x64/MUI/msp"),
                needed);
    }

    @Test
    void whatIsCurrentNeedsNothing() throws Exception {
        assertEquals(List.of(), needed(Endpoint.with(new Entry(MUI.key(), MUI.displayName(), "26.001.21529", false))));
    }

    @Test
    void aWholeInstallerIsForWhereNothingIs() throws Exception {
        List<String> needed = needed(Endpoint.with());
        assertTrue(needed.contains("Adobe Acrobat Reader DC/continuous/x64/MUI/exe"));
        assertTrue(needed.stream().allMatch(line -> line.endsWith("/exe")));
    }

    @Test
    void aWholeInstallerIsNotForWhereAcrobatOrAClassicReaderIs() throws Exception {
        assertEquals(List.of("Adobe Acrobat Reader 2020/classic-2020/x86/MUI/msp"), needed(Endpoint.with(CLASSIC_MUI)));
        Entry acrobat =
                new Entry("{AC76BA86-1033-FFFF-7760-BC15014EA700}", "Adobe Acrobat (64-bit)", "25.001.20813", false);
        assertEquals(List.of("Adobe Acrobat DC/continuous/x64/msp"), needed(Endpoint.with(acrobat)));
        Entry classic = new Entry("{1}", "Adobe Acrobat 2020", "20.005.30680", true);
        assertEquals(List.of("Adobe Acrobat 2020/classic-2020/x86/msp"), needed(Endpoint.with(classic)));
    }

    /** The product code is the same for all versions. */
    @Test
    void anOlderReaderIsNotWhatAWholeInstallerInstalls() throws Exception {
        Update whole = current("Adobe Acrobat Reader DC/continuous/x64/MUI/exe");
        assertFalse(Endpoint.with(MUI).has(whole.applicability()));
        assertTrue(Endpoint.with(new Entry(MUI.key(), MUI.displayName(), "26.001.21529", false))
                .has(whole.applicability()));
    }

    @Test
    void aWholeInstallerIsInstalledInItsOwnLanguageOnly() throws Exception {
        Endpoint english = Endpoint.with(new Entry(ENGLISH_X86.key(), ENGLISH_X86.displayName(), "26.001.21529", true));
        assertTrue(english.has(
                current("Adobe Acrobat Reader DC/continuous/x86/en-US/exe").applicability()));
        assertFalse(english.has(
                current("Adobe Acrobat Reader DC/continuous/x86/eu-ES/exe").applicability()));
    }

    /** A patch is removed only together with the program, which has the same product code. */
    @Test
    void wholeInstallationsAreRemovedByTheirProductCodes() throws Exception {
        assertEquals(
                "msiexec.exe /x {AC76BA86-1033-FF00-7760-BC15014EA700} /qn /norestart",
                removal("Adobe Acrobat Reader DC/continuous/x64/MUI/exe"));
        assertEquals(
                "msiexec.exe /x {AC76BA86-7AD7-1069-7B44-AC0F074E4100} /qn /norestart",
                removal("Adobe Acrobat Reader DC/continuous/x86/eu-ES/exe"));
        assertNull(removal("Adobe Acrobat Reader DC/continuous/x64/MUI/msp"));
    }

    private static @Nullable String removal(String line) throws Exception {
        return current(line).installation().uninstall();
    }

    @Test
    void installsSilently() throws Exception {
        Installation patch =
                current("Adobe Acrobat Reader DC/continuous/x64/MUI/msp").installation();
        assertEquals(Installation.Handler.MSP, patch.handler());
        assertEquals("/qn /norestart", patch.arguments());
        assertEquals("Acrobat.exe AcroRd32.exe", patch.attributes().get(WindowsPackage.BLOCKING_PROCESSES));
        Update whole = current("Adobe Acrobat Reader DC/continuous/x64/MUI/exe");
        assertTrue(whole.installation().arguments().contains("EULA_ACCEPT=YES"));
        assertEquals("Adobe General Terms of Use", whole.licensing().eula().id());
    }

    @Test
    void flashPlayerIsThereToBeRemovedOnly() throws Exception {
        Update flash = current("Flash Player/release/any/msi");
        assertEquals(PublicationState.EXPIRED, flash.publication());
        assertEquals(List.of(), flash.files());
        assertEquals(
                "uninstall_flash_player.exe -uninstall", flash.installation().uninstall());
        for (Entry entry : List.of(
                new Entry("{1}", "Adobe Flash Player 32 NPAPI", "32.0.0.238", true),
                new Entry("{2}", "Adobe Flash Player Plugin", "32.0.0.142 (fr)", false))) {
            assertTrue(Endpoint.with(entry).has(flash.applicability()));
        }
        assertFalse(Endpoint.with().needs(flash.applicability()));
    }

    private static Update current(String line) throws Exception {
        return CASES.update(CASES.open(CURRENT), line);
    }
}
