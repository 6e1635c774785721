package io.patchbay.feeds.microsoft;

import io.patchbay.feeds.XmlReader;
import io.patchbay.feeds.XmlText;
import io.patchbay.model.RuleElement;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one small element with everything in it. */
final class ElementReader {
    private ElementReader() {}

    /** Reads the element that the cursor is at; afterwards the cursor is at its end. */
    static RuleElement read(XmlReader xml) throws IOException, FeedException {
        String name = xml.name();
        var attributes = xml.attributes();
        XmlText text = new XmlText();
        List<RuleElement> children = new ArrayList<>(0);
        int depth = xml.depth();
        while (xml.nextChild(depth, text)) {
            children.add(read(xml));
        }
        return RuleElement.of(localName(name), attributes, text.toString(), children);
    }

    /** The name without the prefix that fragments fold into it: {@code RegDword} of {@code b.RegDword}. */
    static String localName(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
