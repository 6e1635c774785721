package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Part;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the XML form of a month, which is what MSRC sends unless it is asked for JSON. */
final class CvrfXml {
    private static final XmlLimits LIMITS = XmlLimits.DEFAULT.withCharacters(256L << 20);

    private final XmlReader xml;
    private final Map<String, String> products = new HashMap<>();

    private CvrfXml(XmlReader xml) {
        this.xml = xml;
    }

    static void read(Snapshot snapshot, Document document, MonthReader.Taker taker) throws IOException, FeedException {
        try (XmlReader xml = Xml.open(snapshot, document, LIMITS)) {
            new CvrfXml(xml).read(taker);
        }
    }

    private void read(MonthReader.Taker taker) throws IOException, FeedException {
        if (!xml.nextChild(0) || !xml.name().equals("cvrfdoc")) {
            throw xml.failure("expected a CVRF document");
        }
        int root = xml.depth();
        while (xml.nextChild(root)) {
            switch (xml.name()) {
                case "ProductTree" -> readProducts();
                case "Vulnerability" -> taker.take(vulnerability(), products);
                default -> {}
            }
        }
    }

    /** Products stand directly in the tree, or in branches of it by family. */
    private void readProducts() throws IOException, FeedException {
        int branch = xml.depth();
        while (xml.nextChild(branch)) {
            if (xml.name().equals("Branch")) {
                readProducts();
            } else if (xml.name().equals("FullProductName")) {
                String id = xml.attribute("ProductID");
                products.put(id == null ? "" : id, Words.line(xml.text()));
            }
        }
    }

    private Vulnerability vulnerability() throws IOException, FeedException {
        int parent = xml.depth();
        String id = "";
        String title = "";
        Map<String, List<Part>> lists = new HashMap<>();
        while (xml.nextChild(parent)) {
            String name = xml.name();
            Set<String> wanted = Vulnerability.LISTS.get(name);
            if (name.equals("CVE")) {
                id = xml.text();
            } else if (name.equals("Title")) {
                title = xml.text();
            } else if (wanted != null) {
                lists.put(name, parts(wanted));
            }
        }
        return new Vulnerability(id, title, lists);
    }

    private List<Part> parts(Set<String> wanted) throws IOException, FeedException {
        List<Part> parts = new ArrayList<>();
        int list = xml.depth();
        while (xml.nextChild(list)) {
            parts.add(part(wanted));
        }
        return parts;
    }

    private Part part(Set<String> wanted) throws IOException, FeedException {
        String kind = xml.attribute("Type");
        Map<String, String> texts = new HashMap<>();
        List<String> ids = new ArrayList<>();
        int parent = xml.depth();
        while (xml.nextChild(parent)) {
            String name = xml.name();
            if (name.equals("ProductID")) {
                ids.add(xml.text());
            } else if (wanted.contains(name)) {
                texts.put(name, xml.text());
            }
        }
        return new Part(kind == null ? "" : kind, texts, ids);
    }
}
