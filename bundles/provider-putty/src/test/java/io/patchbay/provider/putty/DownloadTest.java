package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Installation;
import io.patchbay.model.Rule;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DownloadTest {
    @Test
    void installsAndRemovesTheInstallerSilently() {
        Installation installation = Download.MSI_X64.installation("0.83");
        assertEquals(Installation.Handler.MSI, installation.handler());
        assertEquals("putty-64bit-0.83-installer.msi", installation.file());
        assertEquals("/qn /norestart", installation.arguments());
        assertEquals("msiexec.exe /x putty-64bit-0.83-installer.msi /qn /norestart", installation.uninstall());
        assertEquals(Installation.Reboot.CAN_REQUEST, installation.reboot());
    }

    @Test
    void hasNothingToRunForAStandaloneProgram() {
        assertEquals(Installation.NONE, Download.EXE_ARM64.installation("0.83"));
    }

    @Test
    void knowsAnInstalledReleaseByItsEntryInTheViewOfItsProcessor() {
        assertEquals(
                new Rule.And(List.of(
                        Detection.processor(Architecture.ARM64),
                        Detection.uninstallEntry("PuTTY release", "GreaterThanOrEqualTo", "0.83.0.0", false))),
                Download.MSI_ARM64.applicability("0.83.0.0").isInstalled());
        assertEquals(
                new Rule.And(List.of(
                        new Rule.Constant(true),
                        Detection.uninstallEntry("PuTTY release", "LessThan", "0.83.0.0", true))),
                Download.MSI_X86.applicability("0.83.0.0").isInstallable());
    }

    @Test
    void leavesAProgramThatAnInstallerPutThereToTheInstaller() {
        Rule.And older = (Rule.And) Download.EXE_X86.applicability("0.83.0.0").isInstallable();
        Rule byInstaller = Detection.uninstallEntry("PuTTY", "GreaterThanOrEqualTo", "0.0.0.0", true);
        assertEquals(
                new Rule.And(List.of(
                        Detection.fileVersion(Folder.PROGRAM_FILES_X86, "PuTTY\\putty.exe", "LessThan", "0.83.0.0"),
                        new Rule.Not(byInstaller))),
                older.operands().get(1));
    }

    @Test
    void keepsEachDownloadInItsOwnLine() {
        for (Download download : Download.values()) {
            assertTrue(download.path("0.83").endsWith("/" + download.fileName("0.83")));
            assertEquals(download.architecture(), download.line().architecture());
            assertEquals(download.product().name(), download.line().product());
        }
    }

    /** Failure 23: rules against the rows that PuTTY's installers really leave in the registry. */
    @Test
    void tellsTheInstallerOfTodayFromTheOneUntil067() {
        Entry inno = new Entry("PuTTY_is1", "PuTTY version 0.60", "0.60", true);
        Entry msi =
                new Entry("{A2B01D7C-F700-4ECC-8C7F-79C597CC7628}", "PuTTY release 0.82 (64-bit)", "0.82.0.0", false);
        assertEquals(List.of(Download.MSI_X64), needed(Endpoint.with(msi).withFile(PROGRAM, "0.82.0.0")));
        assertEquals(List.of(), needed(Endpoint.with(inno).withFile(PROGRAM_X86, "0.60.0.0")));
        assertEquals(List.of(Download.EXE_X64), needed(Endpoint.with().withFile(PROGRAM, "0.82.0.0")));
    }

    private static final String PROGRAM = "%ProgramFiles%\\PuTTY\\putty.exe";
    private static final String PROGRAM_X86 = "%ProgramFiles(x86)%\\PuTTY\\putty.exe";

    private static List<Download> needed(Endpoint endpoint) {
        return Stream.of(Download.values())
                .filter(download -> endpoint.needs(download.applicability("0.83.0.0")))
                .toList();
    }
}
