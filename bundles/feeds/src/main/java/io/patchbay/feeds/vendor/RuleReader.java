package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.RuleTemplate.Scope;
import io.patchbay.model.Detection;
import io.patchbay.model.Rule;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the rules of a vendor's data; the package's own description has their grammar. */
final class RuleReader {
    /** What a leaf makes of its text, in the view of the registry that it means. */
    private interface Leaf {
        Rule rule(Scope scope, String text, boolean view32);
    }

    /** What a sequence of rules has of one or several of them. */
    private interface Part {
        void add(Scope scope, List<Rule> joined);
    }

    private final Map<String, RuleTemplate> named = new TreeMap<>();

    /** Reads the rules that have names, each of which may use those before it. */
    RuleReader(Map<String, Value> rules) throws FeedException {
        named.put("always", scope -> new Rule.Constant(true));
        named.put("never", scope -> new Rule.Constant(false));
        named.put("version", scope -> scope.subject().is(scope.comparison(), scope.version()));
        for (Map.Entry<String, Value> rule : rules.entrySet()) {
            named.put(rule.getKey(), read(rule.getValue()));
        }
    }

    RuleTemplate read(Value rule) throws FeedException {
        if (rule.isArray()) {
            return joined(rule, Rule.And::new);
        }
        return rule.isText() ? word(rule) : named(rule);
    }

    private RuleTemplate word(Value word) throws FeedException {
        RuleTemplate rule = named.get(word.text());
        if (rule == null) {
            throw word.failure("a rule, or the name of one of " + named.keySet());
        }
        return rule;
    }

    private RuleTemplate named(Value rule) throws FeedException {
        String name = rule.fields().keySet().stream().findFirst().orElseThrow(() -> rule.failure("a rule"));
        return switch (name) {
            case "all" -> joined(only(rule, name), Rule.And::new);
            case "any" -> joined(only(rule, name), Rule.Or::new);
            case "not" -> negated(read(only(rule, name)));
            case "older" -> older(read(only(rule, name)));
            case "entry" -> entry(rule);
            case "file" -> file(rule);
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
            case "hasFile" -> (scope, path, view32) -> Detection.fileExists(scope.programs(), path);
            case "nameEnds" -> (scope, end, view32) -> Detection.displayNameEnds(end);
            case "versionEnds" -> (scope, end, view32) -> Detection.displayVersionEnds(end);
            case "atLeast" -> (scope, version, view32) -> scope.subject().is(RuleTemplate.AT_LEAST, version);
            case "below" -> (scope, version, view32) -> scope.subject().is(RuleTemplate.BELOW, version);
            default -> throw rule.failure("a rule that is known, not " + name);
        };
    }

    private static RuleTemplate leaf(Value rule, String name, Leaf leaf) throws FeedException {
        Keys.check(rule, name, "view");
        return leaf(rule.get(name).text(), views(rule), leaf);
    }

    private static RuleTemplate leaf(String text, Function<Scope, List<Boolean>> views, Leaf leaf) {
        return scope -> {
            List<Rule> rules = new ArrayList<>();
            for (String filled : scope.words().each(text)) {
                for (boolean view32 : views.apply(scope)) {
                    rules.add(leaf.rule(scope, filled, view32));
                }
            }
            return rules.size() == 1 ? rules.get(0) : new Rule.Or(rules);
        };
    }

    /** For each view of the registry that is meant, whether it is the 32-bit one. */
    private static Function<Scope, List<Boolean>> views(Value rule) throws FeedException {
        Optional<Value> view = rule.find("view");
        if (view.isEmpty()) {
            return RuleReader::own;
        }
        List<Boolean> named =
                switch (view.get().text()) {
                    case "32" -> List.of(true);
                    case "64" -> List.of(false);
                    case "both" -> List.of(false, true);
                    default -> throw view.get().failure("32, 64 or both");
                };
        return scope -> named;
    }

    private static List<Boolean> own(Scope scope) {
        return List.of(scope.isX86());
    }

    private RuleTemplate entry(Value rule) throws FeedException {
        Keys.check(rule, "entry", "where", "view");
        RuleTemplate versions = where(rule);
        return leaf(
                rule.get("entry").text(),
                views(rule),
                (scope, name, view32) ->
                        Detection.uninstallEntry(name, versions.rule(scope.of(Detection::displayVersion)), view32));
    }

    private RuleTemplate file(Value rule) throws FeedException {
        Keys.check(rule, "file", "where");
        RuleTemplate versions = where(rule);
        return leaf(
                rule.get("file").text(),
                RuleReader::own,
                (scope, path, view32) -> versions.rule(scope.of(
                        (comparison, version) -> Detection.fileVersion(scope.programs(), path, comparison, version))));
    }

    private RuleTemplate where(Value rule) throws FeedException {
        Optional<Value> where = rule.find("where");
        return where.isPresent() ? read(where.get()) : Objects.requireNonNull(named.get("version"));
    }

    private static RuleTemplate registry(Value rule) throws FeedException {
        Keys.check(rule, "registry", "value", "is");
        String key = rule.get("registry").text();
        String value = rule.get("value").text();
        String text = rule.get("is").text();
        return scope -> Detection.registryText(key, value, text);
    }

    private RuleTemplate joined(Value rules, Function<List<Rule>, Rule> join) throws FeedException {
        List<Part> parts = new ArrayList<>();
        for (Value rule : rules.items()) {
            parts.add(part(rule));
        }
        return scope -> {
            List<Rule> joined = new ArrayList<>();
            parts.forEach(part -> part.add(scope, joined));
            return join.apply(joined);
        };
    }

    /** One rule, or one for each number of a list. */
    private Part part(Value rule) throws FeedException {
        if (!rule.isObject() || rule.find("each").isEmpty()) {
            RuleTemplate template = read(rule);
            return (scope, joined) -> joined.add(template.rule(scope));
        }
        Keys.check(rule, "each", "is");
        String list = rule.get("each").text();
        RuleTemplate template = read(rule.get("is"));
        return (scope, joined) -> {
            for (String number : scope.words().each("${" + list + '}')) {
                joined.add(template.rule(scope.with(scope.words().withNumber(list, number))));
            }
        };
    }

    private static RuleTemplate negated(RuleTemplate rule) {
        return scope -> new Rule.Not(rule.rule(scope));
    }

    private static RuleTemplate older(RuleTemplate rule) {
        return scope -> rule.rule(scope.asking(RuleTemplate.BELOW));
    }
}
