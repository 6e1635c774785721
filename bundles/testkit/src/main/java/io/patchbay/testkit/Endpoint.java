package io.patchbay.testkit;

import io.patchbay.model.Applicability;
import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Rule;
import io.patchbay.model.VersionScheme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A computer with programs installed, for tests of detection rules against what installers really leave behind. It evaluates the conditions
 * that {@link Detection} makes, and fails at any other.
 *
 * <pre>{@code
 * Endpoint endpoint = Endpoint.with(new Endpoint.Entry("7-Zip", "7-Zip 23.01 (x64)", "23.01", false));
 * assertTrue(endpoint.needs(update.applicability()));
 * }</pre>
 *
 * @param processor its processor
 * @param entries the entries among the installed programs
 * @param fileVersions versions of programs by path, such as {@code %ProgramFiles%\PuTTY\putty.exe}
 * @param registry other texts in the registry, by subkey and name of the value with a backslash between them
 */
public record Endpoint(
        Architecture processor, List<Entry> entries, Map<String, String> fileVersions, Map<String, String> registry) {
    private static final Map<String, String> FOLDERS =
            Map.of("36", "%windir%", "38", "%ProgramFiles%", "42", "%ProgramFiles(x86)%");
    private static final String IN_LOOP = "HKEY_LOOP_TARGET";

    /**
     * An entry among the installed programs.
     *
     * @param key the name of the registry key; a product code for what Windows Installer installed
     * @param view32 whether it is in the 32-bit view of the registry
     */
    public record Entry(String key, String displayName, String displayVersion, boolean view32) {
        private String value(String name) {
            return name.equals("DisplayName") ? displayName : displayVersion;
        }
    }

    public Endpoint {
        entries = List.copyOf(entries);
        fileVersions = Map.copyOf(fileVersions);
        registry = Map.copyOf(registry);
    }

    /** One whose registry has nothing but the entries. */
    public Endpoint(Architecture processor, List<Entry> entries, Map<String, String> fileVersions) {
        this(processor, entries, fileVersions, Map.of());
    }

    /** One with an x64 processor and these entries. */
    public static Endpoint with(Entry... entries) {
        return new Endpoint(Architecture.X64, List.of(entries), Map.of());
    }

    /** The same with another program. */
    public Endpoint withFile(String path, String version) {
        Map<String, String> files = new HashMap<>(fileVersions);
        files.put(path, version);
        return new Endpoint(processor, entries, files, registry);
    }

    /** The same with another text in the registry. */
    public Endpoint withRegistry(String path, String text) {
        Map<String, String> texts = new HashMap<>(registry);
        texts.put(path, text);
        return new Endpoint(processor, entries, fileVersions, texts);
    }

    /** Whether the update is installed. */
    public boolean has(Applicability update) {
        return holds(update.isInstalled());
    }

    /** Whether the update is not installed and is for this endpoint. */
    public boolean needs(Applicability update) {
        return !has(update) && holds(update.isInstallable());
    }

    private boolean holds(@Nullable Rule rule) {
        if (rule == null) {
            throw new AssertionError("there is no such rule");
        }
        return holds(rule, null);
    }

    private boolean holds(Rule rule, @Nullable Entry entry) {
        if (rule instanceof Rule.And and) {
            return and.operands().stream().allMatch(operand -> holds(operand, entry));
        }
        if (rule instanceof Rule.Or or) {
            return or.operands().stream().anyMatch(operand -> holds(operand, entry));
        }
        if (rule instanceof Rule.Not not) {
            return !holds(not.operand(), entry);
        }
        if (rule instanceof Rule.Constant constant) {
            return constant.value();
        }
        return holds((Rule.Condition) rule, entry);
    }

    private boolean holds(Rule.Condition condition, @Nullable Entry entry) {
        return switch (condition.name()) {
            case "Processor" -> condition.equals(Detection.processor(processor));
            case "RegKeyLoop" ->
                inView(condition).anyMatch(each -> holds(condition.operands().get(0), each));
            case "RegKeyExists" -> lookedUp(condition, null).findAny().isPresent();
            case "RegSz" ->
                holdsInRegistry(condition) || lookedUp(condition, entry).anyMatch(each -> matches(condition, each));
            case "RegSzToVersion" ->
                lookedUp(condition, entry).anyMatch(each -> compare(each.displayVersion(), condition, "Data"));
            case "FileVersion" -> compare(fileVersions.getOrDefault(path(condition), ""), condition, "Version");
            case "FileExists" -> fileVersions.containsKey(path(condition));
            case "MsiProductInstalled" ->
                entries.stream().anyMatch(each -> each.key().equals(attribute(condition, "ProductCode")));
            default -> throw new AssertionError("an unexpected condition: " + condition);
        };
    }

    private boolean holdsInRegistry(Rule.Condition condition) {
        String path = attribute(condition, "Subkey") + '\\' + attribute(condition, "Value");
        return attribute(condition, "Data").equals(registry.get(path));
    }

    private Stream<Entry> inView(Rule.Condition condition) {
        boolean view32 = Boolean.parseBoolean(condition.attributes().get("RegType32"));
        return entries.stream().filter(entry -> entry.view32() == view32);
    }

    /** The entry that a loop is at, or the one that the condition names. */
    private Stream<Entry> lookedUp(Rule.Condition condition, @Nullable Entry entry) {
        if (entry != null && attribute(condition, "Key").equals(IN_LOOP)) {
            return Stream.of(entry);
        }
        String subkey = attribute(condition, "Subkey");
        return inView(condition).filter(each -> subkey.endsWith("\\Uninstall\\" + each.key()));
    }

    private static boolean matches(Rule.Condition condition, Entry entry) {
        String value = entry.value(attribute(condition, "Value"));
        String data = attribute(condition, "Data");
        return switch (attribute(condition, "Comparison")) {
            case "BeginsWith" -> value.startsWith(data);
            case "Contains" -> value.contains(data);
            case "EndsWith" -> value.endsWith(data);
            case "EqualTo" -> value.equals(data);
            default -> throw new AssertionError("an unexpected comparison: " + condition);
        };
    }

    private static boolean compare(String version, Rule.Condition condition, String bound) {
        if (!VersionScheme.DOTTED.accepts(version)) {
            return false;
        }
        int order = VersionScheme.DOTTED.comparator().compare(version, attribute(condition, bound));
        return switch (attribute(condition, "Comparison")) {
            case "LessThan" -> order < 0;
            case "GreaterThanOrEqualTo" -> order >= 0;
            case "EqualTo" -> order == 0;
            default -> throw new AssertionError("an unexpected comparison: " + condition);
        };
    }

    private static String path(Rule.Condition condition) {
        return FOLDERS.get(attribute(condition, "Csidl")) + '\\' + attribute(condition, "Path");
    }

    private static String attribute(Rule.Condition condition, String name) {
        String value = condition.attributes().get(name);
        if (value == null) {
            throw new AssertionError("no attribute " + name + ": " + condition);
        }
        return value;
    }
}
