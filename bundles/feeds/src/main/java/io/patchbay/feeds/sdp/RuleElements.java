package io.patchbay.feeds.sdp;

import io.patchbay.model.Rule;
import io.patchbay.model.RuleElement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes rules in the name spaces of SDP, as far as its schemas have them. */
final class RuleElements {
    private static final SortedMap<String, String> NONE = new TreeMap<>();

    private RuleElements() {}

    static Element of(Rule rule) throws InexpressibleException {
        if (rule instanceof Rule.And and) {
            return logic("And", and.operands());
        }
        if (rule instanceof Rule.Or or) {
            return logic("Or", or.operands());
        }
        if (rule instanceof Rule.Not not) {
            return logic("Not", List.of(not.operand()));
        }
        if (rule instanceof Rule.Constant constant) {
            return logic(constant.value() ? "True" : "False", List.of());
        }
        if (rule instanceof Rule.Unknown unknown) {
            throw new InexpressibleException(
                    "SDP has no rule " + unknown.element().name());
        }
        return condition((Rule.Condition) rule);
    }

    private static Element logic(String name, List<Rule> operands) throws InexpressibleException {
        RuleSchema schema = RuleSchema.of(name);
        return addRules(schema, schema.element(NONE), operands);
    }

    private static Element condition(Rule.Condition condition) throws InexpressibleException {
        RuleSchema schema = RuleSchema.of(condition.name());
        Element element = addRules(schema, schema.element(condition.attributes()), condition.operands());
        List<RuleElement> parameters = condition.parameters();
        schema.checkParameters(parameters.stream().map(RuleElement::name).toList());
        for (RuleElement parameter : parameters) {
            element.add(parameter.name(), parameter(parameter));
        }
        return element;
    }

    private static Element addRules(RuleSchema schema, Element element, List<Rule> operands)
            throws InexpressibleException {
        schema.checkRules(operands.size());
        for (Rule operand : operands) {
            element.add(of(operand));
        }
        return element;
    }

    private static String parameter(RuleElement parameter) throws InexpressibleException {
        SimpleType type = parameter.name().equals("Product") ? SimpleType.GUID : SimpleType.NAME;
        return type.check(parameter.name(), parameter.text());
    }

    /** An element of the metadata of rules: what is in it is taken for right, because it comes from a document of such metadata. */
    static Element metadata(RuleElement metadata) throws InexpressibleException {
        RuleSchema schema = RuleSchema.of(metadata.name());
        Element element = schema.element(metadata.attributes());
        for (RuleElement child : metadata.children()) {
            element.add(asRead(schema.space(), child));
        }
        return element;
    }

    private static Element asRead(Namespace outer, RuleElement read) {
        Namespace space = read.name().equals("MsiPatch") ? Namespace.MSPBLOB : outer;
        Element element = new Element(space, read.name(), read.text()).with(read.attributes());
        read.children().forEach(child -> element.add(asRead(space, child)));
        return element;
    }
}
