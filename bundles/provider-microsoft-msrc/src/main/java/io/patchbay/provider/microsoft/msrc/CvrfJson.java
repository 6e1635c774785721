package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.JsonReader;
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

/**
 * Reads the JSON form of a month. Names are those of the XML form, but types are numbers, and what is a text in XML is mostly an object
 * with the one field {@code Value}.
 */
final class CvrfJson {
    private static final Map<String, Map<String, String>> KINDS = Map.of(
            Vulnerability.THREATS,
            Map.of("0", CvrfAdvisory.IMPACT, "1", CvrfAdvisory.EXPLOIT_STATUS, "3", CvrfAdvisory.SEVERITY),
            Vulnerability.REMEDIATIONS,
            Map.of("2", CvrfAdvisory.VENDOR_FIX));

    private static final Set<String> PRODUCT = Set.of("ProductID", "Value");

    private final JsonReader json;
    private final Map<String, String> products = new HashMap<>();

    private CvrfJson(JsonReader json) {
        this.json = json;
    }

    static void read(Snapshot snapshot, Document document, MonthReader.Taker taker) throws IOException, FeedException {
        try (JsonReader json = Json.open(snapshot, document)) {
            new CvrfJson(json).read(taker);
        }
    }

    private void read(MonthReader.Taker taker) throws IOException, FeedException {
        int root = json.object();
        while (json.next(root)) {
            switch (json.name()) {
                case "ProductTree" -> readProducts();
                case "Vulnerability" -> readVulnerabilities(taker);
                default -> {}
            }
        }
        json.end();
    }

    /** Beside the branches by family, the tree has the same products in one list. */
    private void readProducts() throws IOException, FeedException {
        int tree = json.object();
        while (json.next(tree)) {
            if (json.name().equals("FullProductName")) {
                int list = json.array();
                while (json.next(list)) {
                    Map<String, String> product = part("", PRODUCT).texts();
                    products.put(product.getOrDefault("ProductID", ""), product.getOrDefault("Value", ""));
                }
            }
        }
    }

    private void readVulnerabilities(MonthReader.Taker taker) throws IOException, FeedException {
        if (products.isEmpty()) {
            throw json.failure("the ProductTree before");
        }
        int list = json.array();
        while (json.next(list)) {
            taker.take(vulnerability(), products);
        }
    }

    private Vulnerability vulnerability() throws IOException, FeedException {
        int parent = json.object();
        String id = "";
        String title = "";
        Map<String, List<Part>> lists = new HashMap<>();
        while (json.next(parent)) {
            String name = json.name();
            Set<String> wanted = Vulnerability.LISTS.get(name);
            if (name.equals("CVE")) {
                id = json.text();
            } else if (name.equals("Title")) {
                title = value();
            } else if (wanted != null && json.isArray()) {
                lists.put(name, parts(name, wanted));
            }
        }
        return new Vulnerability(id, title, lists);
    }

    private List<Part> parts(String name, Set<String> wanted) throws IOException, FeedException {
        List<Part> parts = new ArrayList<>();
        int list = json.array();
        while (json.next(list)) {
            parts.add(part(name, wanted));
        }
        return parts;
    }

    private Part part(String list, Set<String> wanted) throws IOException, FeedException {
        Map<String, String> texts = new HashMap<>();
        List<String> ids = new ArrayList<>();
        int parent = json.object();
        while (json.next(parent)) {
            String name = json.name();
            if (name.equals("ProductID") && json.isArray()) {
                readIds(ids);
            } else if (wanted.contains(name)) {
                texts.put(name, value());
            }
        }
        String type = texts.getOrDefault("Type", "");
        return new Part(KINDS.getOrDefault(list, Map.of()).getOrDefault(type, type), texts, ids);
    }

    private void readIds(List<String> ids) throws IOException, FeedException {
        int array = json.array();
        while (json.next(array)) {
            ids.add(json.text());
        }
    }

    /** The text, or that of an object's {@code Value}; blank if there is none. */
    private String value() throws IOException, FeedException {
        if (!json.isObject()) {
            return json.text();
        }
        String value = "";
        int parent = json.object();
        while (json.next(parent)) {
            value = json.name().equals("Value") ? json.text() : value;
        }
        return value;
    }
}
