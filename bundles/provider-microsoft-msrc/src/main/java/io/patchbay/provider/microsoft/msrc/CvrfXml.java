package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.provider.microsoft.msrc.Remediation.Fact;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Score;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Threat;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        String id = "";
        String title = "";
        List<Threat> threats = List.of();
        List<Score> scores = List.of();
        List<Remediation> remediations = List.of();
        List<String> revisions = List.of();
        int parent = xml.depth();
        while (xml.nextChild(parent)) {
            switch (xml.name()) {
                case "CVE" -> id = xml.text();
                case "Title" -> title = xml.text();
                case "Threats" -> threats = list(this::threat);
                case "CVSSScoreSets" -> scores = list(this::score);
                case "Remediations" -> remediations = list(this::remediation);
                case "RevisionHistory" -> revisions = list(this::revision);
                default -> {}
            }
        }
        return new Vulnerability(id, title, threats, scores, remediations, revisions);
    }

    /** Reads one element of a list. */
    @FunctionalInterface
    private interface Element<T> {
        T read() throws IOException, FeedException;
    }

    private <T> List<T> list(Element<T> element) throws IOException, FeedException {
        List<T> elements = new ArrayList<>();
        int list = xml.depth();
        while (xml.nextChild(list)) {
            elements.add(element.read());
        }
        return elements;
    }

    private Threat threat() throws IOException, FeedException {
        String kind = xml.attribute("Type");
        String description = "";
        List<String> products = new ArrayList<>();
        int parent = xml.depth();
        while (xml.nextChild(parent)) {
            switch (xml.name()) {
                case "Description" -> description = xml.text();
                case "ProductID" -> products.add(xml.text());
                default -> {}
            }
        }
        return new Threat(kind == null ? "" : kind, description, products);
    }

    private Score score() throws IOException, FeedException {
        String base = "";
        String vector = "";
        int parent = xml.depth();
        while (xml.nextChild(parent)) {
            switch (xml.name()) {
                case "BaseScore" -> base = xml.text();
                case "Vector" -> vector = xml.text();
                default -> {}
            }
        }
        return new Score(base, vector);
    }

    private Remediation remediation() throws IOException, FeedException {
        String kind = xml.attribute("Type");
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        List<String> products = new ArrayList<>();
        int parent = xml.depth();
        while (xml.nextChild(parent)) {
            Fact fact = Fact.named(xml.name());
            if (fact != null) {
                facts.put(fact, xml.text());
            } else if (xml.name().equals("ProductID")) {
                products.add(xml.text());
            }
        }
        return new Remediation(kind == null ? "" : kind, facts, products);
    }

    private String revision() throws IOException, FeedException {
        String date = "";
        int parent = xml.depth();
        while (xml.nextChild(parent)) {
            date = xml.name().equals("Date") ? xml.text() : date;
        }
        return date;
    }
}
