package io.patchbay.feeds.sdp;

import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes rules in the name spaces of SDP, as far as its schemas have them. */
final class RuleElements {
    private static final SortedMap<String, String> NONE = Collections.unmodifiableSortedMap(new TreeMap<>());

    private RuleElements() {}

    static Element of(Rule rule) throws InexpressibleException {
        if (rule instanceof Rule.And and) {
            return element("And", NONE, and.operands(), List.of());
        }
        if (rule instanceof Rule.Or or) {
            return element("Or", NONE, or.operands(), List.of());
        }
        if (rule instanceof Rule.Not not) {
            return element("Not", NONE, List.of(not.operand()), List.of());
        }
        if (rule instanceof Rule.Constant constant) {
            return element(constant.value() ? "True" : "False", NONE, List.of(), List.of());
        }
        if (rule instanceof Rule.Unknown unknown) {
            throw new InexpressibleException(
                    "SDP has no rule " + unknown.element().name());
        }
        Rule.Condition condition = (Rule.Condition) rule;
        return element(condition.name(), condition.attributes(), condition.operands(), condition.parameters());
    }

    private static Element element(
            String name, SortedMap<String, String> attributes, List<Rule> operands, List<RuleElement> parameters)
            throws InexpressibleException {
        Stream<String> rules = operands.stream().map(rule -> ElementSchema.RULE);
        List<String> inside = Stream.concat(rules, names(parameters)).toList();
        Element element = ElementSchema.of(name).element(attributes, "", inside);
        for (Rule operand : operands) {
            element.add(of(operand));
        }
        return addAll(element, name, parameters);
    }

    private static Stream<String> names(List<RuleElement> elements) {
        return elements.stream().map(RuleElement::name);
    }

    /** Metadata of rules, such as the products of a patch. */
    static Element metadata(RuleElement metadata) throws InexpressibleException {
        return element(metadata.name(), metadata);
    }

    private static Element element(String key, RuleElement read) throws InexpressibleException {
        List<String> inside = names(read.children()).toList();
        Element element = ElementSchema.of(key).element(read.attributes(), read.text(), inside);
        return addAll(element, read.name(), read.children());
    }

    private static Element addAll(Element outer, String name, List<RuleElement> elements)
            throws InexpressibleException {
        for (RuleElement element : elements) {
            outer.add(element(name + '/' + element.name(), element));
        }
        return outer;
    }
}
