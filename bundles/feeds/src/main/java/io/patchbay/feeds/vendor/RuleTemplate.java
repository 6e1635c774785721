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

    /**
     * What a rule is asked.
     *
     * @param comparison how the version that an endpoint has compares with the release's
     * @param version the release's, as the endpoint would show it
     */
    record Scope(Words words, Architecture architecture, String comparison, String version) {
        boolean isX86() {
            return architecture == Architecture.X86;
        }

        Folder programs() {
            return isX86() ? Folder.PROGRAM_FILES_X86 : Folder.PROGRAM_FILES;
        }

        Scope asking(String other) {
            return new Scope(words, architecture, other, version);
        }
    }
}
