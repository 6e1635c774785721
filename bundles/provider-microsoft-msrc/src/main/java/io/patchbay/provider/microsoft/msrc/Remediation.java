package io.patchbay.provider.microsoft.msrc;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a CVRF document says can be done about a {@link Vulnerability}.
 *
 * @param kind its type, such as {@code Vendor Fix}; blank if it has none
 * @param facts what it says, as far as it matters
 * @param products the ids of the products that it is about; empty for all
 */
record Remediation(String kind, Map<Fact, String> facts, List<String> products) {
    /** What matters of a remediation. */
    enum Fact {
        TYPE,
        DESCRIPTION,
        SUB_TYPE,
        FIXED_BUILD,
        RESTART_REQUIRED,
        SUPERCEDENCE,
        URL;

        /** The fact that a document has under a name; null if it does not matter. */
        static @Nullable Fact named(String name) {
            return switch (name) {
                case "Type" -> TYPE;
                case "Description" -> DESCRIPTION;
                case "SubType" -> SUB_TYPE;
                case "FixedBuild" -> FIXED_BUILD;
                case "RestartRequired" -> RESTART_REQUIRED;
                case "Supercedence" -> SUPERCEDENCE;
                case "URL" -> URL;
                default -> null;
            };
        }
    }

    /** What it says; blank if nothing. */
    String text(Fact fact) {
        return facts.getOrDefault(fact, "");
    }
}
