package io.patchbay.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * A rule of the WSUS applicability language, as a tree: logic over conditions that are looked up on an endpoint. Names and attributes
 * are those of the BaseApplicabilityRules, MsiApplicabilityRules and CbsApplicabilityRules schemas, without prefixes.
 *
 * <p>What an endpoint lacks makes a condition false, and so its {@link Not} true: a file, a registry key or a value that is not there
 * satisfies no comparison. What nobody looked up, and any {@link Unknown}, is neither; an evaluator should then carry on with three values,
 * in which false decides an {@link And} and true an {@link Or}, and otherwise one operand that nobody knows leaves the whole unknown, as it
 * does a {@link Not}.
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
     * <p>{@code Comparison} has what is observed on its left: {@code LessThan}, {@code LessThanOrEqualTo}, {@code EqualTo},
     * {@code GreaterThanOrEqualTo}, {@code GreaterThan}; of a text, {@code EqualTo}, {@code BeginsWith}, {@code Contains} or
     * {@code EndsWith}. No source tells whether texts are compared with regard to case. Versions are compared number by number, never as
     * texts, and missing numbers count as 0: {@code 22.01} in the registry equals {@code 22.1.0.0} in {@code Data}. A text that is no
     * version satisfies no comparison in the tests of this project; no source says what Windows does.
     *
     * <p>In the registry, {@code Key} is {@code HKEY_LOCAL_MACHINE}, or {@code HKEY_LOOP_TARGET} inside of {@code RegKeyLoop}: the subkey
     * that the loop is at. The {@code Subkey} {@code \} is that key itself, as a subkey must not be empty. {@code RegKeyLoop} evaluates its
     * one operand for each subkey of {@code Subkey}, and {@code TrueIf} says of how many it must be true: {@code Any}, {@code All} or
     * {@code None}. {@code RegType32} is true where the 32-bit view is meant and false by default; each rule inside of a loop says so for
     * itself, and not the loop for it. {@code RegValueExists} without {@code Value} means the key's default value.
     *
     * <p>{@code Path} of a file is below the folder of {@code Csidl}, by its number in Windows: 36 is Windows, 37 System, 38 Program Files,
     * 42 Program Files (x86).
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
