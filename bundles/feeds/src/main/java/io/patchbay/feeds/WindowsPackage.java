package io.patchbay.feeds;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Description;
import io.patchbay.model.Detection;
import io.patchbay.model.Installation;
import io.patchbay.model.Installation.Handler;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Installation.ReturnCode;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Rollout;
import io.patchbay.model.Rule;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.model.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way in which a vendor gives out a program for Windows, release after release: what no feed says of it.
 *
 * @param vendor the company
 * @param product the product
 * @param line the line of its releases
 * @param found how an endpoint of its processor shows which version it has
 * @param setup how it is installed and removed, but for the name of the file
 */
public record WindowsPackage(String vendor, Product product, Line line, Found found, Installation setup) {
    /** The attribute of an {@link Installation} that names the programs that must not run meanwhile, with spaces between them. */
    public static final String BLOCKING_PROCESSES = "BlockingProcesses";

    /** How an endpoint shows which version of a package it has. */
    @FunctionalInterface
    public interface Found {
        /**
         * True if this very package is installed, in a version that satisfies the comparison.
         *
         * @param comparison {@code GreaterThanOrEqualTo} or {@code LessThan}
         * @param version four numbers at most
         */
        Rule version(String comparison, String version);
    }

    /**
     * How a program with an installer of its own is installed.
     *
     * @param arguments for a silent installation
     * @param uninstall the command line that removes it silently; null if there is none that is the same everywhere
     * @param blocking the programs that must not run meanwhile, with spaces between them
     */
    public static Installation exe(String arguments, @Nullable String uninstall, String blocking) {
        return setup(Handler.COMMAND_LINE, arguments, uninstall, List.of(), blocking);
    }

    /** As {@link #exe}, for an installer that unpacks a package for Windows Installer, and ends with that one's exit codes. */
    public static Installation unpacking(String arguments, @Nullable String uninstall, String blocking) {
        return setup(Handler.COMMAND_LINE, arguments, uninstall, ReturnCode.WINDOWS_INSTALLER, blocking);
    }

    /** How a patch for Windows Installer is installed, silently and without a restart; it cannot be removed. */
    public static Installation msp(String blocking) {
        return setup(Handler.MSP, "/qn /norestart", null, ReturnCode.WINDOWS_INSTALLER, blocking);
    }

    /**
     * How a package for Windows Installer is installed, silently and without a restart.
     *
     * @param blocking as above
     */
    public static Installation msi(String blocking) {
        return msi(blocking, null);
    }

    /**
     * As above, for one that is only the wrapping of a program with an installer of its own.
     *
     * @param uninstall the command line that removes it silently; null if it is removed like any other MSI
     */
    public static Installation msi(String blocking, @Nullable String uninstall) {
        return setup(Handler.MSI, "/qn /norestart", uninstall, ReturnCode.WINDOWS_INSTALLER, blocking);
    }

    /** Where programs for a processor are installed, as a command line spells it; those for x86 are apart on 64-bit systems. */
    public static String programFiles(Architecture architecture) {
        return architecture == Architecture.X86 ? "%ProgramFiles(x86)%" : "%ProgramFiles%";
    }

    private static Installation setup(
            Handler handler, String arguments, @Nullable String uninstall, List<ReturnCode> codes, String blocking) {
        return new Installation(
                handler,
                "",
                arguments,
                uninstall,
                codes,
                Reboot.CAN_REQUEST,
                Installation.Impact.NORMAL,
                false,
                false,
                new TreeMap<>(Map.of(BLOCKING_PROCESSES, blocking)));
    }

    /**
     * A release of the line.
     *
     * @param released the day; null if the vendor does not say
     * @param secure whether it fixes a vulnerability
     * @param rollout how far the vendor has come with giving it out
     */
    public record Published(Version version, @Nullable LocalDate released, boolean secure, Rollout rollout) {}

    /** The only package of a product's only channel for a processor and of a type. */
    public static WindowsPackage of(
            String vendor, Product product, Architecture architecture, String type, Found found, Installation setup) {
        Line line = new Line(product.name(), "release", architecture, "", type);
        return new WindowsPackage(vendor, product, line, found, setup);
    }

    /**
     * Starts the update that a release is of this package. It lacks texts but for a title, and what the release fixes.
     *
     * @param provider the provider's id; with product, version, architecture, language group and package type it makes the update's
     * @param file what is installed
     * @param document the document that says which release it is
     */
    public Update.Builder update(String provider, Published release, ContentFile file, String document) {
        Version version = release.version();
        List<String> names = new ArrayList<>(List.of(line.product(), version.canonical()));
        names.addAll(kind());
        return Update.builder(UpdateId.of(provider, names.toArray(String[]::new)), UpdateType.SOFTWARE)
                .release(release(release), document)
                .description(Description.english(title(version), ""), document)
                .files(List.of(file), document)
                .applicability(applicability(version), document)
                .installation(installation(file.name()), document);
    }

    /** As {@link #update(String, Published, ContentFile, String)}, for a release that everybody gets. */
    public Update.Builder update(
            String provider,
            Version version,
            @Nullable LocalDate released,
            boolean secure,
            ContentFile file,
            String document) {
        return update(provider, new Published(version, released, secure, Rollout.COMPLETE), file, document);
    }

    /** The title of a release: {@code 7-Zip 26.02 (x64, msi)}. */
    public String title(Version version) {
        return line.product() + ' ' + version.display() + " (" + String.join(", ", kind()) + ')';
    }

    /** What tells this package from others of the same product: architecture, language group if there is one, and type. */
    private List<String> kind() {
        return Stream.of(line.architecture().title(), line.languages(), line.packageType())
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Release release(Published release) {
        Classification classification = release.secure() ? Classification.SECURITY_UPDATES : Classification.UPDATES;
        return Release.of(
                        vendor,
                        List.of(product),
                        release.version(),
                        line,
                        line.architecture(),
                        List.of(),
                        classification,
                        release.released())
                .withRollout(release.rollout());
    }

    private Applicability applicability(Version version) {
        String installed = version.fileVersion() == null ? version.canonical() : version.fileVersion();
        return Applicability.of(found("GreaterThanOrEqualTo", installed), found("LessThan", installed));
    }

    /** Packages for two 64-bit processors leave the same behind; those for x86 have a view of the registry and a folder of their own. */
    private Rule found(String comparison, String version) {
        Rule rule = found.version(comparison, version);
        Architecture processor = line.architecture();
        return processor == Architecture.X86 ? rule : new Rule.And(List.of(Detection.processor(processor), rule));
    }

    /** An MSI for which nothing else is said is removed with the package itself. */
    private Installation installation(String file) {
        boolean byItself = setup.handler() == Handler.MSI && setup.uninstall() == null;
        String uninstall = byItself ? "msiexec.exe /x " + file + " /qn /norestart" : setup.uninstall();
        return new Installation(
                setup.handler(),
                file,
                setup.arguments(),
                uninstall,
                setup.returnCodes(),
                setup.reboot(),
                setup.impact(),
                setup.requestsInput(),
                setup.requiresNetwork(),
                setup.attributes());
    }
}
