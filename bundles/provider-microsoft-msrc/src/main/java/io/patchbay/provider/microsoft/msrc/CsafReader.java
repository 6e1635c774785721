package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.JsonReader;
import io.patchbay.provider.microsoft.msrc.CsafDocument.Heading;
import io.patchbay.provider.microsoft.msrc.CsafDocument.Tracking;
import io.patchbay.provider.microsoft.msrc.Remediation.Fact;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Score;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Threat;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a CSAF 2.0 document; what does not matter, such as notes and what else is not affected, is stepped over. */
final class CsafReader {
    private static final String SELF = "self";

    private final JsonReader json;

    private CsafReader(JsonReader json) {
        this.json = json;
    }

    static CsafDocument read(Snapshot snapshot, Document document) throws IOException, FeedException {
        try (JsonReader json = Json.open(snapshot, document)) {
            return new CsafReader(json).read();
        }
    }

    private CsafDocument read() throws IOException, FeedException {
        Heading heading = null;
        Map<String, String> products = null;
        List<Vulnerability> vulnerabilities = null;
        int root = json.object();
        while (json.next(root)) {
            switch (json.name()) {
                case "document" -> heading = heading();
                case "product_tree" -> products = new CsafProducts(json).read();
                case "vulnerabilities" -> vulnerabilities = json.list(this::vulnerability);
                default -> {}
            }
        }
        json.end();
        return new CsafDocument(
                json.require(heading, "document"),
                json.require(products, "product_tree"),
                json.require(vulnerabilities, "vulnerabilities"));
    }

    private Heading heading() throws IOException, FeedException {
        String title = null;
        String severity = "";
        Tracking tracking = null;
        List<String> self = List.of();
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "title" -> title = json.text();
                case "aggregate_severity" -> severity = field("text");
                case "tracking" -> tracking = tracking();
                case "references" -> self = self();
                default -> {}
            }
        }
        return new Heading(json.require(title, "title"), severity, json.require(tracking, "tracking"), self);
    }

    /** The text of one field of an object. */
    private String field(String name) throws IOException, FeedException {
        String text = null;
        int fields = json.object();
        while (json.next(fields)) {
            text = json.name().equals(name) ? json.text() : text;
        }
        return json.require(text, name);
    }

    private Tracking tracking() throws IOException, FeedException {
        String id = null;
        String initial = null;
        String current = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "id" -> id = json.text();
                case "initial_release_date" -> initial = json.text();
                case "current_release_date" -> current = json.text();
                default -> {}
            }
        }
        return new Tracking(
                json.require(id, "id"),
                json.require(initial, "initial_release_date"),
                json.require(current, "current_release_date"));
    }

    private List<String> self() throws IOException, FeedException {
        return json.list(this::reference).stream()
                .filter(address -> !address.isEmpty())
                .toList();
    }

    /** The address of the document itself; blank if it is that of another, which most are. */
    private String reference() throws IOException, FeedException {
        String category = null;
        String address = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "category" -> category = json.text();
                case "url" -> address = category == null || category.equals(SELF) ? json.text() : null;
                default -> {}
            }
        }
        return SELF.equals(category) ? json.require(address, "url") : "";
    }

    private Vulnerability vulnerability() throws IOException, FeedException {
        String cve = "";
        String title = "";
        List<Threat> threats = List.of();
        List<Score> scores = List.of();
        List<Remediation> remediations = List.of();
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "cve" -> cve = json.text();
                case "title" -> title = json.text();
                case "threats" -> threats = json.list(this::threat);
                case "scores" ->
                    scores = json.list(this::score).stream()
                            .flatMap(Optional::stream)
                            .toList();
                case "remediations" -> remediations = json.list(this::remediation);
                default -> {}
            }
        }
        return new Vulnerability(cve, title, threats, scores, remediations, List.of());
    }

    private Threat threat() throws IOException, FeedException {
        String category = null;
        String details = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "category" -> category = json.text();
                case "details" -> details = json.text();
                default -> {}
            }
        }
        return new Threat(json.require(category, "category"), json.require(details, "details"), List.of());
    }

    /** The score of CVSS 3; empty if there is one of CVSS 2 only, as CSAF allows. */
    private Optional<Score> score() throws IOException, FeedException {
        Score score = null;
        boolean older = false;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "cvss_v3" -> score = cvss();
                case "cvss_v2" -> older = true;
                default -> {}
            }
        }
        return older ? Optional.ofNullable(score) : Optional.of(json.require(score, "cvss_v3"));
    }

    private Score cvss() throws IOException, FeedException {
        String base = null;
        String vector = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "baseScore" -> base = json.text();
                case "vectorString" -> vector = json.text();
                default -> {}
            }
        }
        return new Score(json.require(base, "baseScore"), json.require(vector, "vectorString"));
    }

    private Remediation remediation() throws IOException, FeedException {
        String category = null;
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        List<String> products = List.of();
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "category" -> category = json.text();
                case "details" -> facts.put(Fact.DESCRIPTION, json.text());
                case "url" -> facts.put(Fact.URL, json.text());
                case "restart_required" -> facts.put(Fact.RESTART_REQUIRED, field("category"));
                case "product_ids" -> products = json.list(json::text);
                default -> {}
            }
        }
        json.require(facts.get(Fact.DESCRIPTION), "details");
        return new Remediation(json.require(category, "category"), facts, products);
    }
}
