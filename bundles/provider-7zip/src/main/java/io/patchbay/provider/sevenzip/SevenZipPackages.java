package io.patchbay.provider.sevenzip;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import java.util.List;

/**
 * What every release offers for Windows. The installer of its own and the MSI can be installed side by side: the one has the key {@code
 * 7-Zip} and a version such as {@code 26.02}, the other a key that changes and a version such as {@code 26.02.00.0}.
 */
final class SevenZipPackages {
    static final String VENDOR = "Igor Pavlov";
    static final Product PRODUCT = Product.named("7-Zip", "7-Zip");
    static final List<WindowsPackage> ALL = List.of(
            exe(Architecture.X86),
            exe(Architecture.X64),
            exe(Architecture.ARM),
            exe(Architecture.ARM64),
            msi(Architecture.X86),
            msi(Architecture.X64));

    private static final String BLOCKING = "7zFM.exe 7zG.exe";

    private SevenZipPackages() {}

    /** The name of a package's file: {@code 7z2602-x64.exe}; that for x86 names no processor. */
    static String file(WindowsPackage of, String version) {
        Architecture architecture = of.line().architecture();
        String suffix = architecture == Architecture.X86 ? "" : "-" + architecture.title();
        return "7z" + version.replace(".", "") + suffix + '.' + of.line().packageType();
    }

    private static WindowsPackage exe(Architecture architecture) {
        boolean x86 = architecture == Architecture.X86;
        String uninstall = '"' + WindowsPackage.programFiles(architecture) + "\\7-Zip\\Uninstall.exe\" /S";
        return WindowsPackage.of(
                VENDOR,
                PRODUCT,
                architecture,
                "exe",
                (comparison, version) -> Detection.uninstallKey("7-Zip", comparison, version, x86),
                WindowsPackage.exe("/S", uninstall, BLOCKING));
    }

    private static WindowsPackage msi(Architecture architecture) {
        boolean x86 = architecture == Architecture.X86;
        return WindowsPackage.of(
                VENDOR,
                PRODUCT,
                architecture,
                "msi",
                (comparison, version) -> Detection.uninstallEntry("7-Zip ", msi(comparison, version), x86),
                WindowsPackage.msi(BLOCKING));
    }

    private static Rule msi(String comparison, String version) {
        return new Rule.And(
                List.of(Detection.displayVersionEnds(".00.0"), Detection.displayVersion(comparison, version)));
    }
}
