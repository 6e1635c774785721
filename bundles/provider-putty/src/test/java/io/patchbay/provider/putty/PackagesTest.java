package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Installation;
import io.patchbay.model.Rule;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the packages without any feed. */
final class PackagesTest {
    private static final int MSI = 0;
    private static final int EXE = 3;

    @Test
    void installsAndRemovesTheInstallerSilently() {
        Installation installation = of(MSI + 1).installation();
        assertEquals(Installation.Handler.MSI, installation.handler());
        assertEquals("putty-64bit-0.83-installer.msi", installation.file());
        assertEquals("/qn /norestart", installation.arguments());
        assertEquals("msiexec.exe /x putty-64bit-0.83-installer.msi /qn /norestart", installation.uninstall());
        assertEquals(Installation.Reboot.CAN_REQUEST, installation.reboot());
    }

    @Test
    void hasNothingToRunForAStandaloneProgram() {
        assertEquals(Installation.NONE, of(EXE + 2).installation());
    }

    @Test
    void knowsAnInstalledReleaseByItsEntryInTheViewOfItsProcessor() {
        assertEquals(
                new Rule.And(List.of(
                        Detection.processor(Architecture.ARM64),
                        Detection.uninstallEntry("PuTTY release", "GreaterThanOrEqualTo", "0.83.0.0", false))),
                of(MSI + 2).applicability().isInstalled());
        assertEquals(
                new Rule.And(List.of(
                        new Rule.Constant(true),
                        Detection.uninstallEntry("PuTTY release", "LessThan", "0.83.0.0", true))),
                of(MSI).applicability().isInstallable());
    }

    @Test
    void leavesAProgramThatAnInstallerPutThereToTheInstaller() {
        Rule.And older = (Rule.And) of(EXE).applicability().isInstallable();
        Rule byInstaller = Detection.uninstallEntry("PuTTY", "GreaterThanOrEqualTo", "0.0.0.0", true);
        assertEquals(
                new Rule.And(List.of(
                        Detection.fileVersion(Folder.PROGRAM_FILES_X86, "PuTTY\\putty.exe", "LessThan", "0.83.0.0"),
                        new Rule.Not(byInstaller))),
                older.operands().get(1));
    }

    @Test
    void keepsEachPackageInItsOwnLine() {
        assertEquals(
                List.of("PuTTY MSI/release/x86/msi", "PuTTY MSI/release/x64/msi", "PuTTY MSI/release/arm64/msi"),
                lines(Recorded.packages("0.83").subList(MSI, EXE)));
        assertEquals(
                List.of("PuTTY/release/x86/exe", "PuTTY/release/x64/exe", "PuTTY/release/arm64/exe"),
                lines(Recorded.packages("0.83").subList(EXE, 6)));
    }

    /** Failure 23: rules against the rows that PuTTY's installers really leave in the registry. */
    @Test
    void tellsTheInstallerOfTodayFromTheOneUntil067() {
        Entry inno = new Entry("PuTTY_is1", "PuTTY version 0.60", "0.60", true);
        Entry msi =
                new Entry("{A2B01D7C-F700-4ECC-8C7F-79C597CC7628}", "PuTTY release 0.82 (64-bit)", "0.82.0.0", false);
        assertEquals(
                List.of("PuTTY MSI/release/x64/msi"), needed(Endpoint.with(msi).withFile(PROGRAM, "0.82.0.0")));
        assertEquals(List.of(), needed(Endpoint.with(inno).withFile(PROGRAM_X86, "0.60.0.0")));
        assertEquals(List.of("PuTTY/release/x64/exe"), needed(Endpoint.with().withFile(PROGRAM, "0.82.0.0")));
    }

    private static final String PROGRAM = "%ProgramFiles%\\PuTTY\\putty.exe";
    private static final String PROGRAM_X86 = "%ProgramFiles(x86)%\\PuTTY\\putty.exe";

    private static WindowsPackage of(int index) {
        return Recorded.packages("0.83").get(index);
    }

    private static List<String> lines(List<WindowsPackage> packages) {
        return packages.stream().map(of -> of.line().toString()).toList();
    }

    private static List<String> needed(Endpoint endpoint) {
        return lines(Recorded.packages("0.83").stream()
                .filter(of -> endpoint.needs(of.applicability()))
                .toList());
    }
}
