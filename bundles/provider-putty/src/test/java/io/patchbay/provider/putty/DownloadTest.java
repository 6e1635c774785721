package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Installation;
import io.patchbay.model.Rule;
import java.util.List;
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
}
