package io.patchbay.provider.mozilla;

import io.patchbay.model.Applicability;
import io.patchbay.model.Rule;
import io.patchbay.model.VersionScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A computer with programs installed, that evaluates the few conditions that Mozilla's rules are made of. */
record Endpoint(List<Entry> entries, Map<String, String> fileVersions) {
    /** An entry among the installed programs. */
    record Entry(String displayName, String displayVersion, boolean view32) {}

    static Endpoint with(Entry... entries) {
        return new Endpoint(List.of(entries), Map.of());
    }

    boolean has(Applicability update) {
        return holds(Objects.requireNonNull(update.isInstalled()), null);
    }

    boolean needs(Applicability update) {
        return !has(update) && holds(Objects.requireNonNull(update.isInstallable()), null);
    }

    private boolean holds(Rule rule, Entry entry) {
        if (rule instanceof Rule.And and) {
            return and.operands().stream().allMatch(operand -> holds(operand, entry));
        }
        if (rule instanceof Rule.Or or) {
            return or.operands().stream().anyMatch(operand -> holds(operand, entry));
        }
        if (rule instanceof Rule.Not not) {
            return !holds(not.operand(), entry);
        }
        return holds((Rule.Condition) rule, entry);
    }

    private boolean holds(Rule.Condition condition, Entry entry) {
        Map<String, String> is = condition.attributes();
        return switch (condition.name()) {
            case "RegKeyLoop" ->
                entries.stream()
                        .filter(e -> e.view32() == Boolean.parseBoolean(is.get("RegType32")))
                        .anyMatch(e -> holds(condition.operands().get(0), e));
            case "RegSz" -> entry.displayName().startsWith(is.get("Data"));
            case "RegSzToVersion" -> compare(entry.displayVersion(), is.get("Comparison"), is.get("Data"));
            case "FileVersion" ->
                fileVersions.containsKey(is.get("Path"))
                        && compare(fileVersions.get(is.get("Path")), is.get("Comparison"), is.get("Version"));
            default -> throw new AssertionError("an unexpected condition: " + condition);
        };
    }

    private static boolean compare(String version, String comparison, String bound) {
        int order = VersionScheme.DOTTED.comparator().compare(version, bound);
        return comparison.equals("LessThan") ? order < 0 : order >= 0;
    }
}
