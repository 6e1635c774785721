package io.patchbay.provider.adobe;

import io.patchbay.feeds.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Installation;
import io.patchbay.model.Line;
import io.patchbay.model.Product;
import io.patchbay.model.Rule;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way in which Acrobat or Reader is installed. A patch fits only the installation of its own product, processor and language group; which one
 * that is, the product code says, which stays the same for all versions of a track.
 *
 * @param product {@code Acrobat} or {@code Acrobat Reader}
 * @param track {@code continuous}, or {@code classic-2020}
 * @param multilingual whether it is the installation of Reader with all languages; false for Acrobat, which has only one
 */
record AcrobatPackage(String product, String track, Architecture architecture, boolean multilingual) {
    static final String VENDOR = "Adobe";
    static final String CONTINUOUS = "continuous";
    static final String ACROBAT = "Acrobat";
    static final String READER = "Acrobat Reader";

    static final String BLOCKING = "Acrobat.exe AcroRd32.exe";

    /** The last classic track that had a Reader. */
    private static final String LAST_CLASSIC_READER = "classic-2020";

    /** The languages of single-language installations, as Windows numbers them: the product code has the number. */
    private static final List<Integer> LANGUAGES = List.of(
            1027, 1028, 1029, 1030, 1031, 1033, 1034, 1035, 1036, 1038, 1040, 1041, 1042, 1043, 1044, 1045, 1046, 1048,
            1049, 1050, 1051, 1053, 1055, 1058, 1060, 1069, 2052);

    /** What a track has. */
    static List<AcrobatPackage> of(String track) {
        Stream<Architecture> processors =
                track.equals(CONTINUOUS) ? Stream.of(Architecture.X86, Architecture.X64) : Stream.of(Architecture.X86);
        return processors.flatMap(processor -> of(track, processor)).toList();
    }

    /** The classic tracks have only patches of Reader with all languages. */
    private static Stream<AcrobatPackage> of(String track, Architecture processor) {
        Stream<AcrobatPackage> acrobat = Stream.of(new AcrobatPackage(ACROBAT, track, processor, false));
        if (!track.equals(CONTINUOUS) && track.compareTo(LAST_CLASSIC_READER) > 0) {
            return acrobat;
        }
        Stream<Boolean> multilingual = track.equals(CONTINUOUS) ? Stream.of(false, true) : Stream.of(true);
        return Stream.concat(acrobat, multilingual.map(multi -> new AcrobatPackage(READER, track, processor, multi)));
    }

    /** {@code DC}, or the year of a classic track. */
    private String edition() {
        return track.equals(CONTINUOUS) ? "DC" : track.substring("classic-".length());
    }

    private boolean isReader() {
        return product.equals(READER);
    }

    private boolean isX64() {
        return architecture == Architecture.X64;
    }

    /** The name of a patch, {@code AcroRdrDCx64Upd2600121529_MUI.msp}. */
    String patch(String version) {
        return (isReader() ? "AcroRdr" : "Acrobat") + edition() + (isX64() ? "x64" : "") + "Upd" + digits(version)
                + (multilingual ? "_MUI" : "") + ".msp";
    }

    /** Where the patch is; Reader for 64-bit processors is Acrobat's program. */
    URI address(String version) {
        String folder = isReader() && !isX64() ? "reader" : "acrobat";
        return URI.create("https://ardownload2.adobe.com/pub/adobe/" + folder + "/win/Acrobat" + edition() + '/'
                + digits(version) + '/' + patch(version));
    }

    private static String digits(String version) {
        return version.replace(".", "");
    }

    Product catalogued() {
        return Product.named("Adobe " + product + ' ' + edition(), "Adobe Acrobat");
    }

    /** How its patches are installed. */
    WindowsPackage patches() {
        String languages = multilingual ? "MUI" : "single";
        return packaged(isReader() ? languages : "", "msp", this::installed, WindowsPackage.msp(BLOCKING));
    }

    /** How the whole is installed in a language, on an endpoint that has no Reader in any. */
    WindowsPackage installers(String language) {
        Rule none = new Rule.Not(
                any(of(CONTINUOUS).stream().filter(AcrobatPackage::isReader).map(AcrobatPackage::exists)));
        return packaged(
                language,
                "exe",
                (comparison, version) -> comparison.equals("LessThan") ? none : exists(),
                WindowsPackage.unpacking("-sfx_nu /sAll /rs /msi EULA_ACCEPT=YES", null, BLOCKING));
    }

    private WindowsPackage packaged(String languages, String type, WindowsPackage.Found found, Installation setup) {
        Line line = new Line(catalogued().name(), track, architecture, languages, type);
        return new WindowsPackage(VENDOR, catalogued(), line, found, setup);
    }

    /** Whether an endpoint has this installation, in a version that satisfies the comparison. */
    private Rule installed(String comparison, String version) {
        if (track.equals(CONTINUOUS)) {
            return any(codes().map(code -> Detection.uninstallKey(code, comparison, version, !isX64())));
        }
        return Detection.uninstallEntry(catalogued().name(), comparison, version, true);
    }

    /** Whether an endpoint has this installation at all. */
    private Rule exists() {
        return any(codes().map(code -> Detection.uninstallKeyExists(code, !isX64())));
    }

    private static Rule any(Stream<Rule> rules) {
        List<Rule> all = rules.toList();
        return all.size() == 1 ? all.get(0) : new Rule.Or(all);
    }

    /** The product codes of the continuous track. */
    private Stream<String> codes() {
        if (!isReader()) {
            return Stream.of(
                    isX64() ? "{AC76BA86-1033-FFFF-7760-BC15014EA700}" : "{AC76BA86-1033-FFFF-7760-0C0F074E4100}");
        }
        if (multilingual) {
            return Stream.of(
                    isX64() ? "{AC76BA86-1033-FF00-7760-BC15014EA700}" : "{AC76BA86-7AD7-FFFF-7B44-AC0F074E4100}");
        }
        String code = isX64() ? "{AC76BA86-%d-1033-7760-BC15014EA700}" : "{AC76BA86-7AD7-%d-7B44-AC0F074E4100}";
        return LANGUAGES.stream().map(code::formatted);
    }
}
