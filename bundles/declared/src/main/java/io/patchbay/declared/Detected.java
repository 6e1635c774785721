package io.patchbay.declared;

import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How an endpoint shows which version of a program it has, as a declaration says it. */
@FunctionalInterface
interface Detected {
    Pattern NAME = Pattern.compile("[^:*?\"<>|]*[^:*?\"<>|. ]");

    /**
     * True if the program is there, in a version that satisfies the comparison.
     *
     * @param comparison {@code GreaterThanOrEqualTo} or {@code LessThan}
     * @param version four numbers at most
     */
    Rule version(String comparison, String version);

    /** What the rule is for one view of the registry. */
    interface InView {
        Rule rule(String comparison, String version, boolean view32);
    }

    static Detected read(Setting setting, Architecture architecture) throws DeclarationException {
        setting.allowing("key", "entry", "file", "folder", "product", "view");
        List<String> ways = setting.fields().keySet().stream()
                .filter(List.of("key", "entry", "file", "product")::contains)
                .toList();
        if (ways.size() != 1) {
            throw setting.problem("exactly one of key, entry, file and product is needed");
        }
        Setting way = setting.get(ways.get(0));
        String text = way.literal();
        return switch (ways.get(0)) {
            case "key" -> {
                requireName(way, text);
                yield inViews(
                        setting.allowing("key", "view"),
                        architecture,
                        (comparison, version, view32) -> Detection.uninstallKey(text, comparison, version, view32));
            }
            case "entry" ->
                inViews(
                        setting.allowing("entry", "view"),
                        architecture,
                        (comparison, version, view32) -> Detection.uninstallEntry(text, comparison, version, view32));
            case "file" -> {
                requireBelow(way, text);
                yield file(setting.allowing("file", "folder"), text, architecture);
            }
            default -> product(setting.allowing("product").get("product"));
        };
    }

    /** Where the keys of installed programs are is known, and no key has a backslash in its name. */
    private static void requireName(Setting way, String key) throws DeclarationException {
        if (key.contains("\\")) {
            throw way.expected("the name of a key below Uninstall, such as Example_is1");
        }
    }

    /** No file of Windows has such a sign in its name, or a dot or space at its end; a variable would be the folder again. */
    private static void requireBelow(Setting way, String path) throws DeclarationException {
        boolean ofNames = Stream.of(path.split("[\\\\/]", -1))
                .allMatch(name -> NAME.matcher(name).matches());
        if (!ofNames || path.startsWith("%")) {
            throw way.expected("a path below the folder, such as Example\\example.exe");
        }
    }

    private static Detected inViews(Setting setting, Architecture architecture, InView in) throws DeclarationException {
        Optional<Setting> declared = setting.find("view");
        String view = declared.isEmpty() ? "" : declared.get().text();
        boolean view32 = view.isEmpty() ? architecture == Architecture.X86 : view.equals("32");
        if (!List.of("", "32", "64", "both").contains(view)) {
            throw declared.get().expected("32, 64, both");
        }
        if (!view.equals("both")) {
            return (comparison, version) -> in.rule(comparison, version, view32);
        }
        return (comparison, version) -> new Rule.Or(Stream.of(false, true)
                .map(narrow -> in.rule(comparison, version, narrow))
                .toList());
    }

    private static Detected file(Setting setting, String path, Architecture architecture) throws DeclarationException {
        Optional<Setting> declared = setting.find("folder");
        Detection.Folder usual =
                architecture == Architecture.X86 ? Detection.Folder.PROGRAM_FILES_X86 : Detection.Folder.PROGRAM_FILES;
        Detection.Folder folder = declared.isEmpty() ? usual : declared.get().choice(Detection.Folder.values());
        return (comparison, version) -> Detection.fileVersion(folder, path, comparison, version);
    }

    /** A product code is of one version: it tells that this one is there, and of others nothing. */
    private static Detected product(Setting code) throws DeclarationException {
        String text = code.text().toUpperCase(Locale.ROOT);
        if (!text.matches("\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\\}")) {
            throw code.expected("a product code such as {23170F69-40C1-2702-2601-000001000000}");
        }
        Rule installed = Detection.msiProduct(text);
        return (comparison, version) -> comparison.startsWith("Greater") ? installed : new Rule.Not(installed);
    }
}
