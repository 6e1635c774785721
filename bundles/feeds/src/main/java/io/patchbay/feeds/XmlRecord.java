package io.patchbay.feeds;

import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An element of XML that is a record: what its attributes and the elements inside of it say, by their names. Of several of one name the last
 * counts; unknown ones do no harm.
 *
 * @param name the element's own name
 * @param attributes without prefixes
 * @param texts without white space around them
 */
public record XmlRecord(String name, Map<String, String> attributes, Map<String, String> texts) {
    public XmlRecord {
        attributes = Map.copyOf(attributes);
        texts = Map.copyOf(texts);
    }

    /** The text of this name; blank if there is none. */
    public String text(String of) {
        return texts.getOrDefault(of, "");
    }

    /** The root of the document of this name. */
    public static XmlRecord root(Snapshot snapshot, String document) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(snapshot, Bounded.find(snapshot, document), XmlLimits.DEFAULT)) {
            if (!xml.nextChild(0)) {
                throw xml.failure("expected an element");
            }
            return record(xml);
        }
    }

    /** The elements below the root of the document of this name, in its order. */
    public static List<XmlRecord> all(Snapshot snapshot, String document) throws IOException, FeedException {
        List<XmlRecord> records = new ArrayList<>();
        try (XmlReader xml = Xml.open(snapshot, Bounded.find(snapshot, document), XmlLimits.DEFAULT)) {
            xml.nextChild(0);
            while (xml.nextChild(1)) {
                records.add(record(xml));
            }
        }
        return records;
    }

    private static XmlRecord record(XmlReader xml) throws IOException, FeedException {
        String name = xml.name();
        Map<String, String> attributes = xml.attributes();
        Map<String, String> texts = new TreeMap<>();
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            texts.put(xml.name(), xml.text());
        }
        return new XmlRecord(name, attributes, texts);
    }
}
