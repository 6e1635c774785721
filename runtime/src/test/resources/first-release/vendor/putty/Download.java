package vendor.putty;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Installation;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import java.util.List;

/**
 * What every release offers for Windows: an installer and a standalone program for each processor. Says what no feed says: how an
 * endpoint shows that it has them, and how they are installed.
 */
enum Download {
    MSI_X86(Architecture.X86, "w32/putty-%s-installer.msi"),
    MSI_X64(Architecture.X64, "w64/putty-64bit-%s-installer.msi"),
    MSI_ARM64(Architecture.ARM64, "wa64/putty-arm64-%s-installer.msi"),
    EXE_X86(Architecture.X86, "w32/putty.exe"),
    EXE_X64(Architecture.X64, "w64/putty.exe"),
    EXE_ARM64(Architecture.ARM64, "wa64/putty.exe");

    static final Product PUTTY = Product.named("PuTTY", "PuTTY");
    static final Product PUTTY_MSI = Product.named("PuTTY MSI", "PuTTY");

    private final Architecture architecture;
    private final String path;

    Download(Architecture architecture, String path) {
        this.architecture = architecture;
        this.path = path;
    }

    Architecture architecture() {
        return architecture;
    }

    /** Where the file is below the folder of a release, on the server and in the checksum lists. */
    String path(String version) {
        return path.formatted(version);
    }

    String fileName(String version) {
        return path(version).substring(path.indexOf('/') + 1);
    }

    Product product() {
        return isInstaller() ? PUTTY_MSI : PUTTY;
    }

    String packageType() {
        return isInstaller() ? "msi" : "exe";
    }

    Line line() {
        return new Line(product().name(), "release", architecture, "", packageType());
    }

    /** How an endpoint shows that it has this file version or a later one, or an earlier one to be replaced. */
    Applicability applicability(String fileVersion) {
        return Applicability.of(found("GreaterThanOrEqualTo", fileVersion), found("LessThan", fileVersion));
    }

    /**
     * An installer can be removed with the installer itself; its product code changes with every release and is in no feed. A
     * standalone program has nothing to run: it is copied over the old one.
     */
    Installation installation(String version) {
        if (!isInstaller()) {
            return Installation.NONE;
        }
        return Installation.of(
                Installation.Handler.MSI,
                fileName(version),
                "/qn /norestart",
                "msiexec.exe /x " + fileName(version) + " /qn /norestart",
                Installation.ReturnCode.WINDOWS_INSTALLER,
                Installation.Reboot.CAN_REQUEST);
    }

    private Rule found(String comparison, String fileVersion) {
        Rule found = isInstaller() ? installed(comparison, fileVersion) : copied(comparison, fileVersion);
        return new Rule.And(List.of(Detection.processor(is32Bit() ? Architecture.ANY : architecture), found));
    }

    /** By the entry among the installed programs, wherever the files are. The rule language has nothing for upgrade codes. */
    private Rule installed(String comparison, String fileVersion) {
        return Detection.uninstallEntry("PuTTY release", comparison, fileVersion, is32Bit());
    }

    /** By the file in its usual place, unless it belongs to an installer: this one, or the one until 0.67. */
    private Rule copied(String comparison, String fileVersion) {
        var folder = is32Bit() ? Detection.Folder.PROGRAM_FILES_X86 : Detection.Folder.PROGRAM_FILES;
        Rule file = Detection.fileVersion(folder, "PuTTY\\putty.exe", comparison, fileVersion);
        Rule byInstaller = Detection.uninstallEntry("PuTTY", "GreaterThanOrEqualTo", "0.0.0.0", is32Bit());
        return new Rule.And(List.of(file, new Rule.Not(byInstaller)));
    }

    private boolean isInstaller() {
        return path.endsWith(".msi");
    }

    private boolean is32Bit() {
        return architecture == Architecture.X86;
    }
}
