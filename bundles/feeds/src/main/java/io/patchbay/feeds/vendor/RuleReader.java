package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.RuleTemplate.Scope;
import io.patchbay.model.Detection;
import io.patchbay.model.Rule;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the rules of a vendor's data; the package's own description has their grammar. */
final class RuleReader {
    /** What a leaf makes of its text, in the view of the registry that it means. */
    private interface Leaf {
        Rule rule(Scope scope, String text, boolean view32);
    }

    private RuleReader() {}

    static RuleTemplate read(Value rule) throws FeedException {
        if (rule.isArray()) {
            return joined(rule, Rule.And::new);
        }
        return rule.isText() ? word(rule) : named(rule);
    }

    private static RuleTemplate word(Value word) throws FeedException {
        return switch (word.text()) {
            case "always" -> scope -> new Rule.Constant(true);
            case "version" -> scope -> Detection.displayVersion(scope.comparison(), scope.version());
            default -> throw word.failure("always, version, or a rule with a value");
        };
    }

    private static RuleTemplate named(Value rule) throws FeedException {
        String name = rule.fields().keySet().stream().findFirst().orElseThrow(() -> rule.failure("a rule"));
        return switch (name) {
            case "all" -> joined(only(rule, name), Rule.And::new);
            case "any" -> joined(only(rule, name), Rule.Or::new);
            case "not" -> negated(read(only(rule, name)));
            case "older" -> older(read(only(rule, name)));
            case "entry" -> entry(rule);
            case "registry" -> registry(rule);
            default -> leaf(rule, name, kind(rule, name));
        };
    }

    private static Value only(Value rule, String name) throws FeedException {
        Keys.check(rule, name);
        return rule.get(name);
    }

    private static Leaf kind(Value rule, String name) throws FeedException {
        return switch (name) {
            case "key" ->
                (scope, key, view32) -> Detection.uninstallKey(key, scope.comparison(), scope.version(), view32);
            case "hasKey" -> (scope, key, view32) -> Detection.uninstallKeyExists(key, view32);
            case "file" ->
                (scope, path, view32) ->
                        Detection.fileVersion(scope.programs(), path, scope.comparison(), scope.version());
            case "hasFile" -> (scope, path, view32) -> Detection.fileExists(scope.programs(), path);
            case "nameEnds" -> (scope, end, view32) -> Detection.displayNameEnds(end);
            case "versionEnds" -> (scope, end, view32) -> Detection.displayVersionEnds(end);
            case "atLeast" -> (scope, version, view32) -> Detection.displayVersion(RuleTemplate.AT_LEAST, version);
            case "below" -> (scope, version, view32) -> Detection.displayVersion(RuleTemplate.BELOW, version);
            default -> throw rule.failure("a rule that is known, not " + name);
        };
    }

    private static RuleTemplate leaf(Value rule, String name, Leaf leaf) throws FeedException {
        Keys.check(rule, name, "view");
        return leaf(rule.get(name).text(), rule.optionalText("view"), leaf);
    }

    private static RuleTemplate leaf(String text, Optional<String> view, Leaf leaf) {
        return scope -> {
            boolean view32 = view.map("32"::equals).orElse(scope.isX86());
            List<Rule> rules = scope.words().each(text).stream()
                    .map(filled -> leaf.rule(scope, filled, view32))
                    .toList();
            return rules.size() == 1 ? rules.get(0) : new Rule.Or(rules);
        };
    }

    private static RuleTemplate entry(Value rule) throws FeedException {
        Keys.check(rule, "entry", "where", "view");
        Optional<Value> where = rule.find("where");
        RuleTemplate versions = where.isPresent()
                ? read(where.get())
                : scope -> Detection.displayVersion(scope.comparison(), scope.version());
        return leaf(
                rule.get("entry").text(),
                rule.optionalText("view"),
                (scope, name, view32) -> Detection.uninstallEntry(name, versions.rule(scope), view32));
    }

    private static RuleTemplate registry(Value rule) throws FeedException {
        Keys.check(rule, "registry", "value", "is");
        String key = rule.get("registry").text();
        String value = rule.get("value").text();
        String text = rule.get("is").text();
        return scope -> Detection.registryText(key, value, text);
    }

    private static RuleTemplate joined(Value rules, Function<List<Rule>, Rule> join) throws FeedException {
        List<RuleTemplate> templates = new ArrayList<>();
        for (Value rule : rules.items()) {
            templates.add(read(rule));
        }
        return scope -> join.apply(templates.stream().map(t -> t.rule(scope)).toList());
    }

    private static RuleTemplate negated(RuleTemplate rule) {
        return scope -> new Rule.Not(rule.rule(scope));
    }

    private static RuleTemplate older(RuleTemplate rule) {
        return scope -> rule.rule(scope.asking(RuleTemplate.BELOW));
    }
}
