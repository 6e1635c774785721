package io.patchbay.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * An element of a rule document kept as it was read: the parameters of a condition, applicability metadata, and rules that nobody
 * knows.
 *
 * @param name the local name, without name space or prefix
 * @param attributes by local name
 * @param text the text directly inside, trimmed; blank if there is none
 * @param children the elements inside, in document order
 */
public record RuleElement(String name, SortedMap<String, String> attributes, String text, List<RuleElement> children) {
    public RuleElement {
        Objects.requireNonNull(name);
        attributes = Sorted.copy(attributes);
        Objects.requireNonNull(text);
        children = List.copyOf(children);
    }

    /** As the canonical constructor, for attributes in any map. */
    public static RuleElement of(String name, Map<String, String> attributes, String text, List<RuleElement> children) {
        return new RuleElement(name, Sorted.copy(attributes), text, children);
    }
}
