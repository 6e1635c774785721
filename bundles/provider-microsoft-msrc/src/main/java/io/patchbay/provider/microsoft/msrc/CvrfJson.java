package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.JsonReader;
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

/**
 * Reads the JSON form of a month. Names are those of the XML form, but types are numbers, and what is a text in XML is mostly an object
 * with the one field {@code Value}.
 */
final class CvrfJson {
    private static final Map<String, String> THREATS =
            Map.of("0", Threats.IMPACT, "1", Threats.EXPLOIT_STATUS, "3", Threats.SEVERITY);
    private static final String VENDOR_FIX = "2";

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
                    readProduct();
                }
            }
        }
    }

    private void readProduct() throws IOException, FeedException {
        String id = "";
        String name = "";
        int product = json.object();
        while (json.next(product)) {
            switch (json.name()) {
                case "ProductID" -> id = json.text();
                case "Value" -> name = json.text();
                default -> {}
            }
        }
        products.put(id, name);
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
        String id = "";
        String title = "";
        List<Threat> threats = List.of();
        List<Score> scores = List.of();
        List<Remediation> remediations = List.of();
        List<String> revisions = List.of();
        int parent = json.object();
        while (json.next(parent)) {
            switch (json.name()) {
                case "CVE" -> id = json.text();
                case "Title" -> title = value();
                case "Threats" -> threats = json.list(this::threat);
                case "CVSSScoreSets" -> scores = scores();
                case "Remediations" -> remediations = json.list(this::remediation);
                case "RevisionHistory" -> revisions = json.list(this::revision);
                default -> {}
            }
        }
        return new Vulnerability(id, title, threats, scores, remediations, revisions);
    }

    private Threat threat() throws IOException, FeedException {
        String type = "";
        String description = "";
        List<String> products = List.of();
        int parent = json.object();
        while (json.next(parent)) {
            switch (json.name()) {
                case "Type" -> type = json.text();
                case "Description" -> description = value();
                case "ProductID" -> products = json.list(json::text);
                default -> {}
            }
        }
        return new Threat(THREATS.getOrDefault(type, ""), description, products);
    }

    private List<Score> scores() throws IOException, FeedException {
        if (!json.isArray()) {
            return List.of();
        }
        List<Score> scores = new ArrayList<>();
        String before = "";
        int list = json.array();
        while (json.next(list)) {
            Score score = score(before);
            if (!score.base().equals(before)) {
                scores.add(score);
                before = score.base();
            }
        }
        return scores;
    }

    /** The vector of a score that repeats the one before is not read: it is long, and there are hundreds. */
    private Score score(String before) throws IOException, FeedException {
        String base = "";
        String vector = "";
        int parent = json.object();
        while (json.next(parent)) {
            switch (json.name()) {
                case "BaseScore" -> base = json.text();
                case "Vector" -> vector = base.isEmpty() || !base.equals(before) ? json.text() : "";
                default -> {}
            }
        }
        return new Score(base, vector);
    }

    private Remediation remediation() throws IOException, FeedException {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        List<String> products = List.of();
        int parent = json.object();
        while (json.next(parent)) {
            Fact fact = Fact.named(json.name());
            if (fact != null) {
                facts.put(fact, value());
            } else if (json.name().equals("ProductID")) {
                products = json.list(json::text);
            }
        }
        boolean fix = VENDOR_FIX.equals(facts.get(Fact.TYPE));
        return new Remediation(fix ? CvrfAdvisory.VENDOR_FIX : "", facts, products);
    }

    private String revision() throws IOException, FeedException {
        String date = "";
        int parent = json.object();
        while (json.next(parent)) {
            date = json.name().equals("Date") ? json.text() : date;
        }
        return date;
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
