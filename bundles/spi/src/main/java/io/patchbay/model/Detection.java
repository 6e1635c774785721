package io.patchbay.model;

import java.util.List;
import java.util.Map;

/** Ready-made rules for what installers leave behind on Windows, so that providers do not spell registry paths. */
public final class Detection {
    private static final String HKLM = "HKEY_LOCAL_MACHINE";
    private static final String UNINSTALL = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    /** A folder that file rules start from (CSIDL numbers, as {@code bar:FileVersion} takes them). */
    public enum Folder {
        WINDOWS(36),
        PROGRAM_FILES(38),
        PROGRAM_FILES_X86(42);

        private final int csidl;

        Folder(int csidl) {
            this.csidl = csidl;
        }
    }

    private Detection() {}

    /**
     * Some entry of the installed programs has a name that begins so, and satisfies the comparison with the version.
     *
     * @param displayName the beginning of DisplayName
     * @param comparison {@code GreaterThanOrEqualTo}, {@code LessThan}, …
     * @param version four numbers at most
     * @param view32 whether the 32-bit view of the registry is meant
     */
    public static Rule uninstallEntry(String displayName, String comparison, String version, boolean view32) {
        return uninstallEntry(displayName, displayVersion(comparison, version), view32);
    }

    /**
     * As above, for versions that a single comparison does not describe: between two, or not some of them.
     *
     * @param versions a rule over {@link #displayVersion} of one entry
     */
    public static Rule uninstallEntry(String displayName, Rule versions, boolean view32) {
        Rule name = Rule.Condition.of(
                "RegSz",
                Map.of(
                        "Key", "HKEY_LOOP_TARGET",
                        "Subkey", "",
                        "Value", "DisplayName",
                        "Comparison", "BeginsWith",
                        "Data", displayName));
        Map<String, String> loop =
                Map.of("Key", HKLM, "Subkey", UNINSTALL, "TrueIf", "Any", "RegType32", Boolean.toString(view32));
        return new Rule.Condition(
                "RegKeyLoop", Sorted.copy(loop), List.of(new Rule.And(List.of(name, versions))), List.of());
    }

    /** The version of the entry that {@link #uninstallEntry(String, Rule, boolean)} looks at satisfies the comparison. */
    public static Rule displayVersion(String comparison, String version) {
        return Rule.Condition.of(
                "RegSzToVersion",
                Map.of(
                        "Key", "HKEY_LOOP_TARGET",
                        "Subkey", "",
                        "Value", "DisplayVersion",
                        "Comparison", comparison,
                        "Data", version));
    }

    /** The file's version resource satisfies the comparison; false if the file is missing. */
    public static Rule fileVersion(Folder folder, String path, String comparison, String version) {
        return Rule.Condition.of(
                "FileVersion",
                Map.of(
                        "Csidl", Integer.toString(folder.csidl),
                        "Path", path,
                        "Comparison", comparison,
                        "Version", version));
    }

    /** A file is there. */
    public static Rule fileExists(Folder folder, String path) {
        return Rule.Condition.of("FileExists", Map.of("Csidl", Integer.toString(folder.csidl), "Path", path));
    }

    /** The MSI product of this code is installed. */
    public static Rule msiProduct(String productCode) {
        return Rule.Condition.of("MsiProductInstalled", Map.of("ProductCode", productCode));
    }

    /** The endpoint's processor is this one; always true for {@link Architecture#ANY}. */
    public static Rule processor(Architecture architecture) {
        return switch (architecture) {
            case ANY -> new Rule.Constant(true);
            case X86 -> processor("0");
            case ARM -> processor("5");
            case IA64 -> processor("6");
            case X64 -> processor("9");
            case ARM64 -> processor("12");
        };
    }

    private static Rule processor(String number) {
        return Rule.Condition.of("Processor", Map.of("Architecture", number));
    }
}
