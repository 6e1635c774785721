package io.patchbay.model;

import java.util.ArrayList;
import java.util.List;

/** Ready-made rules for what installers leave behind on Windows, so that providers do not spell registry paths. */
public final class Detection {
    private static final String HKLM = "HKEY_LOCAL_MACHINE";
    private static final String LOOP_TARGET = "HKEY_LOOP_TARGET";
    /** How the rule language names the key that a loop is at; a subkey must not be empty. */
    private static final String ITSELF = "\\";

    private static final String VIEW_32 = "RegType32";
    private static final String UNINSTALL = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    /** A folder that file rules start from (CSIDL numbers, as {@code bar:FileVersion} takes them). */
    public enum Folder {
        WINDOWS("36"),
        PROGRAM_FILES("38"),
        PROGRAM_FILES_X86("42");

        private final String csidl;

        Folder(String csidl) {
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
     * @param versions a rule over {@link #displayVersion} and {@link #displayNameEnds} of one entry
     */
    public static Rule uninstallEntry(String displayName, Rule versions, boolean view32) {
        Rule name = text("DisplayName", "BeginsWith", displayName);
        Rule entry = new Rule.And(List.of(name, versions));
        return new Rule.Condition(
                "RegKeyLoop",
                Sorted.of("Key", HKLM, VIEW_32, Boolean.toString(view32), "Subkey", UNINSTALL, "TrueIf", "Any"),
                List.of(view32 ? inView32(entry) : entry),
                List.of());
    }

    /** Each rule inside of a loop says for itself which view of the registry it means; by default that is not the loop's. */
    private static Rule inView32(Rule rule) {
        if (rule instanceof Rule.And and) {
            return new Rule.And(inView32(and.operands()));
        }
        if (rule instanceof Rule.Or or) {
            return new Rule.Or(inView32(or.operands()));
        }
        if (rule instanceof Rule.Not not) {
            return new Rule.Not(inView32(not.operand()));
        }
        return rule instanceof Rule.Condition condition && isOfLoop(condition) ? inView32(condition) : rule;
    }

    private static List<Rule> inView32(List<Rule> rules) {
        List<Rule> inView32 = new ArrayList<>(rules.size());
        for (Rule rule : rules) {
            inView32.add(inView32(rule));
        }
        return inView32;
    }

    private static boolean isOfLoop(Rule.Condition condition) {
        return LOOP_TARGET.equals(condition.attributes().get("Key"));
    }

    private static Rule inView32(Rule.Condition condition) {
        return Rule.Condition.of(
                condition.name(), Sorted.copy(condition.attributes()).with(VIEW_32, "true"));
    }

    /**
     * The entry of this key among the installed programs has a version that satisfies the comparison. Unlike names, keys tell the entries
     * of one program's installers apart.
     */
    public static Rule uninstallKey(String key, String comparison, String version, boolean view32) {
        Rule.Condition rule = displayVersion(HKLM, UNINSTALL + '\\' + key, comparison, version);
        return view32 ? inView32(rule) : rule;
    }

    /** There is an entry of this key among the installed programs. */
    public static Rule uninstallKeyExists(String key, boolean view32) {
        Rule.Condition rule = condition("RegKeyExists", "Key", HKLM, "Subkey", UNINSTALL + '\\' + key);
        return view32 ? inView32(rule) : rule;
    }

    /** A value in the machine's registry, such as that of a policy, is this text. */
    public static Rule registryText(String subkey, String value, String text) {
        return condition("RegSz", "Comparison", "EqualTo", "Data", text, "Key", HKLM, "Subkey", subkey, "Value", value);
    }

    /** {@code attributes}: names, which ascend, and values in turn. */
    private static Rule.Condition condition(String name, String... attributes) {
        return new Rule.Condition(name, Sorted.of(attributes), List.of(), List.of());
    }

    /** The name of the entry that {@link #uninstallEntry(String, Rule, boolean)} looks at ends so. */
    public static Rule displayNameEnds(String end) {
        return text("DisplayName", "EndsWith", end);
    }

    /** The name of the entry that {@link #uninstallEntry(String, Rule, boolean)} looks at has this in it. */
    public static Rule displayNameHas(String part) {
        return text("DisplayName", "Contains", part);
    }

    /** The version of the entry that {@link #uninstallEntry(String, Rule, boolean)} looks at is written so that it ends so. */
    public static Rule displayVersionEnds(String end) {
        return text("DisplayVersion", "EndsWith", end);
    }

    private static Rule text(String value, String comparison, String text) {
        return condition(
                "RegSz", "Comparison", comparison, "Data", text, "Key", LOOP_TARGET, "Subkey", ITSELF, "Value", value);
    }

    /** The version of the entry that {@link #uninstallEntry(String, Rule, boolean)} looks at satisfies the comparison. */
    public static Rule displayVersion(String comparison, String version) {
        return displayVersion(LOOP_TARGET, ITSELF, comparison, version);
    }

    private static Rule.Condition displayVersion(String key, String subkey, String comparison, String version) {
        return condition(
                "RegSzToVersion",
                "Comparison",
                comparison,
                "Data",
                fourNumbers(version),
                "Key",
                key,
                "Subkey",
                subkey,
                "Value",
                "DisplayVersion");
    }

    /** The file's version resource satisfies the comparison; false if the file is missing. */
    public static Rule fileVersion(Folder folder, String path, String comparison, String version) {
        return condition(
                "FileVersion",
                "Comparison",
                comparison,
                "Csidl",
                folder.csidl,
                "Path",
                path,
                "Version",
                fourNumbers(version));
    }

    /** The rule language wants all four numbers of a version. */
    private static String fourNumbers(String version) {
        int dots = 0;
        for (int i = 0; i < version.length(); i++) {
            dots += version.charAt(i) == '.' ? 1 : 0;
        }
        return version + ".0".repeat(Math.max(0, 3 - dots));
    }

    /** A file is there. */
    public static Rule fileExists(Folder folder, String path) {
        return condition("FileExists", "Csidl", folder.csidl, "Path", path);
    }

    /** The MSI product of this code is installed. */
    public static Rule msiProduct(String productCode) {
        return condition("MsiProductInstalled", "ProductCode", productCode);
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
        return condition("Processor", "Architecture", number);
    }
}
