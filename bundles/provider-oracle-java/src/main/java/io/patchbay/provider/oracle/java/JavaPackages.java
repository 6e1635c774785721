package io.patchbay.provider.oracle.java;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Acquisition;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Eula;
import io.patchbay.model.Installation;
import io.patchbay.model.Licensing;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How Java is installed. Java 8 and JDK 11 have only an installer of their own, which unpacks one for Windows Installer; of the others, where
 * there are both, that one is taken, because afterwards nobody can tell the two apart.
 */
final class JavaPackages {
    static final String VENDOR = "Oracle";

    private static final String BLOCKING = "java.exe javaw.exe javaws.exe";

    private JavaPackages() {}

    static List<WindowsPackage> of(JavaRelease release) {
        Stream<Architecture> processors =
                release.family() == 8 ? Stream.of(Architecture.X86, Architecture.X64) : Stream.of(Architecture.X64);
        return processors.map(processor -> of(release, processor)).toList();
    }

    private static WindowsPackage of(JavaRelease release, Architecture processor) {
        int family = release.family();
        Product product = product(family);
        String type = family < 17 ? "exe" : "msi";
        String name = family == 8 ? "Java 8 Update " : "Java(TM) SE Development Kit " + family;
        return new WindowsPackage(
                VENDOR,
                product,
                new Line(product.name(), "lts-" + family, processor, "", type),
                (comparison, bound) -> installed(name, comparison, bound, processor == Architecture.X86),
                setup(family));
    }

    static Product product(int family) {
        return family == 8
                ? Product.named("Java 8 Runtime Environment", "Java")
                : Product.named("Java " + family + " Development Kit", "Java");
    }

    /** Several updates of a line can be there at once: the line is only up to date when the last old one is gone. */
    private static Rule installed(String name, String comparison, String bound, boolean view32) {
        Rule some = Detection.uninstallEntry(name, comparison, bound, view32);
        if (comparison.equals("LessThan")) {
            return some;
        }
        return new Rule.And(List.of(some, new Rule.Not(Detection.uninstallEntry(name, "LessThan", bound, view32))));
    }

    /** What was installed can only be removed by its product code, which the entry among the installed programs has. */
    private static Installation setup(int family) {
        return switch (family) {
            case 8 ->
                WindowsPackage.unpacking(
                        "/s INSTALL_SILENT=Enable AUTO_UPDATE=Disable REBOOT=Disable SPONSORS=Disable"
                                + " WEB_ANALYTICS=Disable REMOVEOUTOFDATEJRES=1",
                        null,
                        BLOCKING);
            case 11 -> WindowsPackage.unpacking("/s", null, BLOCKING);
            default -> WindowsPackage.msi(BLOCKING);
        };
    }

    /** The name of the file. */
    static String file(JavaRelease release, WindowsPackage of) {
        if (release.family() == 8) {
            String processor = of.line().architecture() == Architecture.X86 ? "i586" : "x64";
            return "jre-" + release.version() + "-windows-" + processor + ".exe";
        }
        return "jdk-" + release.version() + "_windows-x64_bin." + of.line().packageType();
    }

    static Licensing licensing(JavaRelease release) {
        return release.free()
                ? licensing("Oracle No-Fee Terms and Conditions", "no-fee-license", Acquisition.DOWNLOADABLE)
                : licensing(
                        "Oracle Technology Network License Agreement for Oracle Java SE",
                        "javase-license1",
                        Acquisition.VENDOR_ONLY);
    }

    private static Licensing licensing(String name, String page, Acquisition acquisition) {
        String text = "https://www.oracle.com/downloads/licenses/" + page + ".html";
        return new Licensing(new Eula(name, Map.of("en", text), false), acquisition);
    }
}
