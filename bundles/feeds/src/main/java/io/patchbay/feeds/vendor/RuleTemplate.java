package io.patchbay.feeds.vendor;

import io.patchbay.model.Architecture;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A rule of a vendor's data, before it is known for which release it is. */
interface RuleTemplate {
    String AT_LEAST = "GreaterThanOrEqualTo";
    String BELOW = "LessThan";

    Rule rule(Scope scope);

    /** Whether it is the same rule for all releases that have these words in common. */
    boolean isFixed(Words common);

    /** The same for the releases of a package, which have this scope in common: made once if that will do. */
    default RuleTemplate of(Scope common) {
        if (!isFixed(common.words())) {
            return this;
        }
        Rule rule = rule(common);
        return fixed(scope -> rule);
    }

    /** One that only the processor may change. */
    static RuleTemplate fixed(Function<Scope, Rule> maker) {
        return new One(maker, common -> true);
    }

    /**
     * One rule.
     *
     * @param maker makes the rule of a scope
     * @param sameIf whether it is the same rule for all releases that have these words in common
     */
    record One(Function<Scope, Rule> maker, Predicate<Words> sameIf) implements RuleTemplate {
        @Override
        public Rule rule(Scope scope) {
            return maker.apply(scope);
        }

        @Override
        public boolean isFixed(Words common) {
            return sameIf.test(common);
        }
    }

    /** Rules of which all must hold, or any: {@code join} makes one rule of them. */
    record Joined(List<Part> parts, Function<List<Rule>, Rule> join) implements RuleTemplate {
        @Override
        public Rule rule(Scope scope) {
            List<Rule> rules = new ArrayList<>();
            for (Part part : parts) {
                rules.addAll(part.maker.apply(scope));
            }
            return join.apply(rules);
        }

        @Override
        public boolean isFixed(Words common) {
            return parts.stream().allMatch(part -> part.sameIf.test(common));
        }

        /** Some parts name the product codes of all languages, and others the version. */
        @Override
        public RuleTemplate of(Scope common) {
            return isFixed(common.words())
                    ? RuleTemplate.super.of(common)
                    : new Joined(parts.stream().map(part -> part.of(common)).toList(), join);
        }
    }

    /**
     * One of the rules that are joined, or one for each number of a list.
     *
     * @param maker makes the rules of a scope
     * @param sameIf whether they are the same rules for all releases that have these words in common
     */
    record Part(Function<Scope, List<Rule>> maker, Predicate<Words> sameIf) {
        Part of(Scope common) {
            if (!sameIf.test(common.words())) {
                return this;
            }
            List<Rule> rules = maker.apply(common);
            return new Part(scope -> rules, sameIf);
        }
    }

    /** Something that an endpoint has, and that has a version: an entry among the installed programs, or a file. */
    @FunctionalInterface
    interface Versioned {
        Rule is(String comparison, String version);
    }

    /**
     * What a rule is asked.
     *
     * @param comparison how the version that an endpoint has compares with the release's
     * @param version the release's, as the endpoint would show it
     * @param subject whose version is meant where a rule only says which
     */
    record Scope(Words words, Architecture architecture, String comparison, String version, Versioned subject) {
        boolean isX86() {
            return architecture == Architecture.X86;
        }

        Folder programs() {
            return isX86() ? Folder.PROGRAM_FILES_X86 : Folder.PROGRAM_FILES;
        }

        Scope of(Versioned other) {
            return new Scope(words, architecture, comparison, version, other);
        }

        Scope with(Words more) {
            return new Scope(more, architecture, comparison, version, subject);
        }

        Scope asking(String other) {
            return new Scope(words, architecture, other, version, subject);
        }
    }
}
