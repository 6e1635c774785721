package io.patchbay.feeds.vendor;

import io.patchbay.model.Architecture;
import io.patchbay.model.Detection.Folder;
import io.patchbay.model.Rule;

/** A rule of a vendor's data, before it is known for which release it is. */
@FunctionalInterface
interface RuleTemplate {
    String AT_LEAST = "GreaterThanOrEqualTo";
    String BELOW = "LessThan";

    Rule rule(Scope scope);

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
