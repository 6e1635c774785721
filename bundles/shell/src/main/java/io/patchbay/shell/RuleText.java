package io.patchbay.shell;

import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A rule for a person to read: a line for each part, indented below what it is part of, in the words of the rule language. */
final class RuleText {
    private final List<String> lines = new ArrayList<>();

    private RuleText() {}

    static List<String> lines(Rule rule) {
        RuleText text = new RuleText();
        text.add(rule, 0);
        return text.lines;
    }

    private void add(Rule rule, int depth) {
        if (rule instanceof Rule.And and) {
            add("all of", and.operands(), depth);
        } else if (rule instanceof Rule.Or or) {
            add("any of", or.operands(), depth);
        } else if (rule instanceof Rule.Not not) {
            add("not", List.of(not.operand()), depth);
        } else if (rule instanceof Rule.Condition condition) {
            add(words(condition), condition.operands(), depth);
        } else if (rule instanceof Rule.Unknown unknown) {
            add("unknown: " + unknown.element().name(), List.of(), depth);
        } else if (rule instanceof Rule.Constant constant) {
            add(constant.value() ? "always" : "never", List.of(), depth);
        }
    }

    private void add(String words, List<Rule> operands, int depth) {
        lines.add("  ".repeat(depth) + words);
        operands.forEach(operand -> add(operand, depth + 1));
    }

    private static String words(Rule.Condition condition) {
        String attributes = condition.attributes().entrySet().stream()
                .map(attribute -> " " + attribute.getKey() + "=" + attribute.getValue())
                .collect(Collectors.joining());
        String parameters = condition.parameters().stream()
                .map(RuleElement::name)
                .map(name -> " " + name)
                .collect(Collectors.joining());
        return condition.name() + attributes + parameters;
    }
}
