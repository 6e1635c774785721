package io.patchbay.provider.notepadplusplus;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import java.util.List;

/**
 * What every release offers for Windows. The version of the program counts, not that of its entry: an update of a Notepad++ that runs
 * changes the entry and leaves the program. The entry of the program's own installer has the key {@code Notepad++}.
 */
final class NotepadPackages {
    static final String VENDOR = "Notepad++ Team";
    static final Product PRODUCT = Product.named("Notepad++", "Notepad++");
    static final List<WindowsPackage> ALL =
            List.of(exe(Architecture.X86), exe(Architecture.X64), exe(Architecture.ARM64), msi());

    private static final String KEY = "Notepad++";
    private static final String PROGRAM = "Notepad++\\notepad++.exe";
    private static final String BLOCKING = "notepad++.exe";

    private NotepadPackages() {}

    /** The name of a package's file: {@code npp.8.9.7.Installer.x64.exe}; that for x86 names no processor. */
    static String file(WindowsPackage of, String version) {
        Architecture architecture = of.line().architecture();
        String processor = architecture == Architecture.X86 ? "" : "." + architecture.title();
        return "npp." + version + ".Installer" + processor + '.' + of.line().packageType();
    }

    private static WindowsPackage exe(Architecture architecture) {
        boolean x86 = architecture == Architecture.X86;
        Folder folder = x86 ? Folder.PROGRAM_FILES_X86 : Folder.PROGRAM_FILES;
        String uninstall = '"' + WindowsPackage.programFiles(architecture) + "\\Notepad++\\uninstall.exe\" /S";
        return WindowsPackage.of(
                VENDOR,
                PRODUCT,
                architecture,
                "exe",
                (comparison, version) -> new Rule.And(List.of(
                        Detection.uninstallKeyExists(KEY, x86),
                        Detection.fileVersion(folder, PROGRAM, comparison, version))),
                WindowsPackage.exe("/S", uninstall, BLOCKING));
    }

    private static WindowsPackage msi() {
        return WindowsPackage.of(
                VENDOR,
                PRODUCT,
                Architecture.X64,
                "msi",
                (comparison, version) -> new Rule.And(List.of(
                        new Rule.Not(Detection.uninstallKeyExists(KEY, false)),
                        Detection.uninstallEntry(KEY, "GreaterThanOrEqualTo", "0", false),
                        Detection.fileVersion(Folder.PROGRAM_FILES, PROGRAM, comparison, version))),
                WindowsPackage.msi(BLOCKING));
    }
}
