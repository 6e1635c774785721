package io.patchbay.feeds.vendor;

import io.patchbay.model.Architecture;
import io.patchbay.model.Detection;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Rule;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A rule of a vendor's data, before it is known for which release it is.
 *
 * @param maker makes the rule of a scope
 * @param sameIf whether it is the same rule for all releases that have these words in common
 */
record RuleTemplate(Function<Scope, Rule> maker, Predicate<Words> sameIf) {
    static final String AT_LEAST = "GreaterThanOrEqualTo";
    static final String BELOW = "LessThan";

    /** One that only the processor may change. */
    static RuleTemplate fixed(Function<Scope, Rule> maker) {
        return new RuleTemplate(maker, own -> true);
    }

    Rule rule(Scope scope) {
        return maker.apply(scope);
    }

    /** Whether it is the same rule for all releases that have these words in common. */
    boolean isFixed(Words common) {
        return sameIf.test(common);
    }

    /** The same for a package of these words, made once if that will do: some rules name the product codes of all languages. */
    RuleTemplate of(Architecture architecture, Words own) {
        if (!isFixed(own)) {
            return this;
        }
        Rule rule = rule(new Scope(own, architecture, AT_LEAST, "", Detection::displayVersion));
        return fixed(scope -> rule);
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
