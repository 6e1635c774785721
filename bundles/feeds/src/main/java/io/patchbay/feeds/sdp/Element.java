package io.patchbay.feeds.sdp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An element to be written, made as a whole before any of it is written: what SDP cannot express leaves nothing half
 * done.
 */
final class Element {
    private final Namespace space;
    private final String name;
    private final String text;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();

    Element(Namespace space, String name) {
        this(space, name, "");
    }

    Element(Namespace space, String name, String text) {
        this.space = space;
        this.name = name;
        this.text = text;
    }

    Element with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    Element with(Map<String, String> further) {
        attributes.putAll(further);
        return this;
    }

    Element add(Element child) {
        children.add(child);
        return this;
    }

    /** Adds an element with nothing but text in it. */
    Element add(String child, String content) {
        return add(new Element(space, child, content));
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(space.prefix, name, space.uri);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        if (!text.isEmpty()) {
            xml.writeCharacters(text);
        }
        for (Element child : children) {
            child.write(xml);
        }
        xml.writeEndElement();
    }
}
