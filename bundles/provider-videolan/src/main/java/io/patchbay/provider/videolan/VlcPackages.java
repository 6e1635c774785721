package io.patchbay.provider.videolan;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import java.util.List;

/**
 * What every release offers for Windows. The installer of its own leaves an entry of the key {@code VLC media player}; the MSI one of the same
 * name under a product code that changes, so that the program's version counts.
 */
final class VlcPackages {
    static final String VENDOR = "VideoLAN";
    static final Product PRODUCT = Product.named("VLC media player", "VLC");
    static final List<WindowsPackage> ALL =
            List.of(exe(Architecture.X86), exe(Architecture.X64), msi(Architecture.X86), msi(Architecture.X64));

    private static final String KEY = "VLC media player";
    private static final String BLOCKING = "vlc.exe";

    private VlcPackages() {}

    /** Where a package's file is below the folder of all releases: {@code 3.0.21/win64/vlc-3.0.21-win64.exe}. */
    static String path(Architecture architecture, String type, String version) {
        String platform = architecture == Architecture.X86 ? "win32" : "win64";
        return "%s/%s/vlc-%s-%s.%s".formatted(version, platform, version, platform, type);
    }

    private static WindowsPackage exe(Architecture architecture) {
        boolean x86 = architecture == Architecture.X86;
        String uninstall = '"' + WindowsPackage.programFiles(architecture) + "\\VideoLAN\\VLC\\uninstall.exe\" /S";
        return WindowsPackage.of(
                VENDOR,
                PRODUCT,
                architecture,
                "exe",
                (comparison, version) -> Detection.uninstallKey(KEY, comparison, version, x86),
                WindowsPackage.exe("/L=1033 /S", uninstall, BLOCKING));
    }

    private static WindowsPackage msi(Architecture architecture) {
        boolean x86 = architecture == Architecture.X86;
        Folder folder = x86 ? Folder.PROGRAM_FILES_X86 : Folder.PROGRAM_FILES;
        return WindowsPackage.of(
                VENDOR,
                PRODUCT,
                architecture,
                "msi",
                (comparison, version) -> new Rule.And(List.of(
                        new Rule.Not(Detection.uninstallKeyExists(KEY, x86)),
                        Detection.uninstallEntry(KEY, "GreaterThanOrEqualTo", "0", x86),
                        Detection.fileVersion(folder, "VideoLAN\\VLC\\vlc.exe", comparison, version))),
                WindowsPackage.msi(BLOCKING));
    }
}
