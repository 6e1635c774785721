package io.patchbay.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A rule of the WSUS applicability language, as a tree: logic over conditions that are looked up on an endpoint. Names and attributes
 * are those of the BaseApplicabilityRules, MsiApplicabilityRules and CbsApplicabilityRules schemas.
 */
public sealed interface Rule {
    /** True if all operands are. */
    record And(List<Rule> operands) implements Rule {
        public And {
            operands = List.copyOf(operands);
        }
    }

    /** True if any operand is. */
    record Or(List<Rule> operands) implements Rule {
        public Or {
            operands = List.copyOf(operands);
        }
    }

    /** True if the operand is false. */
    record Not(Rule operand) implements Rule {
        public Not {
            Objects.requireNonNull(operand);
        }
    }

    /** Always true, or never. */
    record Constant(boolean value) implements Rule {}

    /**
     * One fact about the endpoint.
     *
     * @param name the element's name, such as {@code RegSzToVersion}
     * @param attributes its attributes, such as {@code Key}, {@code Subkey}, {@code Comparison}
     * @param operands the rules inside, of {@code RegKeyLoop}
     * @param parameters other elements inside, such as {@code Feature} and {@code Product}
     */
    record Condition(
            String name, SortedMap<String, String> attributes, List<Rule> operands, List<RuleElement> parameters)
            implements Rule {
        public Condition {
            Objects.requireNonNull(name);
            attributes = Sorted.copy(attributes);
            operands = List.copyOf(operands);
            parameters = List.copyOf(parameters);
        }

        /** A condition that only has attributes. */
        public static Condition of(String name, Map<String, String> attributes) {
            return new Condition(name, Sorted.copy(attributes), List.of(), List.of());
        }
    }

    /** An element that no schema we know defines: kept, and neither true nor false when evaluated. */
    record Unknown(RuleElement element) implements Rule {
        public Unknown {
            Objects.requireNonNull(element);
        }
    }
}
