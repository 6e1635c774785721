package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.RuleTemplate.Part;
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
    private interface Maker {
        Rule rule(Scope scope, String text, boolean view32);
    }

    /** A kind of leaf, and whether only its text can tell one release from another. */
    private record Leaf(Maker maker, boolean fixed) {}

    private final Map<String, RuleTemplate> named = new TreeMap<>();

    /** Reads the rules that have names, each of which may use those before it. */
    RuleReader(Map<String, Value> rules) throws FeedException {
        named.put("always", RuleTemplate.fixed(scope -> new Rule.Constant(true)));
        named.put("never", RuleTemplate.fixed(scope -> new Rule.Constant(false)));
        named.put(
                "version",
                new RuleTemplate.One(scope -> scope.subject().is(scope.comparison(), scope.version()), own -> false));
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
                new Leaf((s, key, view32) -> Detection.uninstallKey(key, s.comparison(), s.version(), view32), false);
            case "hasKey" -> new Leaf((s, key, view32) -> Detection.uninstallKeyExists(key, view32), true);
            case "hasFile" -> new Leaf((s, path, view32) -> Detection.fileExists(s.programs(), path), true);
            case "nameEnds" -> new Leaf((s, end, view32) -> Detection.displayNameEnds(end), true);
            case "nameHas" -> new Leaf((s, part, view32) -> Detection.displayNameHas(part), true);
            case "versionEnds" -> new Leaf((s, end, view32) -> Detection.displayVersionEnds(end), true);
            case "atLeast" -> new Leaf((s, version, view32) -> s.subject().is(RuleTemplate.AT_LEAST, version), true);
            case "below" -> new Leaf((s, version, view32) -> s.subject().is(RuleTemplate.BELOW, version), true);
            default -> throw rule.failure("a rule that is known, not " + name);
        };
    }

    private static RuleTemplate leaf(Value rule, String name, Leaf leaf) throws FeedException {
        Keys.check(rule, name, "view");
        String text = rule.get(name).text();
        return new RuleTemplate.One(any(text, views(rule), leaf.maker), own -> leaf.fixed && own.know(text));
    }

    private static Function<Scope, Rule> any(String text, Function<Scope, List<Boolean>> views, Maker leaf) {
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
        Maker entry = (scope, name, view32) ->
                Detection.uninstallEntry(name, versions.rule(scope.of(Detection::displayVersion)), view32);
        String name = rule.get("entry").text();
        return new RuleTemplate.One(any(name, views(rule), entry), own -> versions.isFixed(own) && own.know(name));
    }

    private RuleTemplate file(Value rule) throws FeedException {
        Keys.check(rule, "file", "where");
        RuleTemplate versions = where(rule);
        Maker file = (scope, path, view32) -> versions.rule(
                scope.of((comparison, version) -> Detection.fileVersion(scope.programs(), path, comparison, version)));
        String path = rule.get("file").text();
        return new RuleTemplate.One(any(path, RuleReader::own, file), own -> versions.isFixed(own) && own.know(path));
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
        return RuleTemplate.fixed(scope -> Detection.registryText(key, value, text));
    }

    private RuleTemplate joined(Value rules, Function<List<Rule>, Rule> join) throws FeedException {
        List<Part> parts = new ArrayList<>();
        for (Value rule : rules.items()) {
            parts.add(part(rule));
        }
        return new RuleTemplate.Joined(List.copyOf(parts), join);
    }

    /** One rule, or one for each number of a list. */
    private Part part(Value rule) throws FeedException {
        if (!rule.isObject() || rule.find("each").isEmpty()) {
            RuleTemplate template = read(rule);
            return new Part(scope -> List.of(template.rule(scope)), template::isFixed);
        }
        Keys.check(rule, "each", "is");
        String list = rule.get("each").text();
        String name = "${" + list + '}';
        RuleTemplate template = read(rule.get("is"));
        return new Part(
                scope -> scope.words().each(name).stream()
                        .map(number -> template.rule(scope.with(scope.words().withNumber(list, number))))
                        .toList(),
                own -> own.know(name) && template.isFixed(own.withNumber(list, "0")));
    }

    private static RuleTemplate negated(RuleTemplate rule) {
        return new RuleTemplate.One(scope -> new Rule.Not(rule.rule(scope)), rule::isFixed);
    }

    private static RuleTemplate older(RuleTemplate rule) {
        return new RuleTemplate.One(scope -> rule.rule(scope.asking(RuleTemplate.BELOW)), rule::isFixed);
    }
}
