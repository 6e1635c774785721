package io.patchbay.shell;

import io.patchbay.model.Applicability;
import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of applicability rules: {@code {"and": [...]}}, {@code {"not": ...}}, {@code {"condition": "RegSz", "attributes": {...}}}. */
final class RuleFields {
    private RuleFields() {}

    static Map<String, @Nullable Object> of(Applicability rules) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("isInstalled", optional(rules.isInstalled()));
        fields.put("isInstallable", optional(rules.isInstallable()));
        fields.put("isSuperseded", optional(rules.isSuperseded()));
        fields.put(
                "metadata", rules.metadata().stream().map(RuleFields::element).toList());
        return fields;
    }

    private static @Nullable Object optional(@Nullable Rule rule) {
        return rule == null ? null : of(rule);
    }

    private static Object of(Rule rule) {
        if (rule instanceof Rule.And and) {
            return Map.of("and", all(and.operands()));
        }
        if (rule instanceof Rule.Or or) {
            return Map.of("or", all(or.operands()));
        }
        if (rule instanceof Rule.Not not) {
            return Map.of("not", of(not.operand()));
        }
        if (rule instanceof Rule.Constant constant) {
            return constant.value();
        }
        if (rule instanceof Rule.Condition condition) {
            return condition(condition);
        }
        return Map.of("unknown", element(((Rule.Unknown) rule).element()));
    }

    private static List<Object> all(List<Rule> rules) {
        return rules.stream().map(RuleFields::of).toList();
    }

    private static Map<String, Object> condition(Rule.Condition condition) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("condition", condition.name());
        fields.put("attributes", condition.attributes());
        if (!condition.operands().isEmpty()) {
            fields.put("rules", all(condition.operands()));
        }
        if (!condition.parameters().isEmpty()) {
            fields.put(
                    "parameters",
                    condition.parameters().stream().map(RuleFields::element).toList());
        }
        return fields;
    }

    private static Map<String, Object> element(RuleElement element) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", element.name());
        fields.put("attributes", element.attributes());
        if (!element.text().isEmpty()) {
            fields.put("text", element.text());
        }
        if (!element.children().isEmpty()) {
            fields.put(
                    "children",
                    element.children().stream().map(RuleFields::element).toList());
        }
        return fields;
    }
}
