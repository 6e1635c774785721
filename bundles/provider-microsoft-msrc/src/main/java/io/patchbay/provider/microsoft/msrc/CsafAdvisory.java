package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.microsoft.Links;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a CSAF 2.0 document. */
final class CsafAdvisory {
    /** What is read; the rest, such as notes and what else is not affected, is passed over. */
    private static final Set<String> FIELDS = Set.of(
            "document",
            "aggregate_severity",
            "text",
            "title",
            "tracking",
            "id",
            "initial_release_date",
            "current_release_date",
            "references",
            "url",
            "product_tree",
            "branches",
            "category",
            "name",
            "product",
            "product_id",
            "relationships",
            "product_reference",
            "relates_to_product_reference",
            "full_product_name",
            "vulnerabilities",
            "cve",
            "scores",
            "cvss_v3",
            "baseScore",
            "vectorString",
            "threats",
            "details",
            "remediations",
            "product_ids",
            "restart_required");

    private final Value content;
    private final CsafProducts products;
    private final String severity;

    private CsafAdvisory(Value content) throws FeedException {
        this.content = content.get("document");
        this.products = CsafProducts.read(content.get("product_tree"));
        Optional<Value> rating = this.content.find("aggregate_severity");
        this.severity = rating.isPresent() ? rating.get().get("text").text() : "";
    }

    /** What documents about one vulnerability say together: the first of them, with the fixes of all. */
    static Advisory read(Snapshot snapshot, List<Document> documents) throws IOException, FeedException {
        Advisory first = read(snapshot, documents.get(0));
        if (documents.size() == 1) {
            return first;
        }
        Set<Fix> fixes = new LinkedHashSet<>(first.fixes());
        for (Document other : documents.subList(1, documents.size())) {
            fixes.addAll(read(snapshot, other).fixes());
        }
        return new Advisory(
                first.id(),
                first.title(),
                first.cves(),
                first.published(),
                first.revised(),
                first.links(),
                List.copyOf(fixes),
                documents.stream().map(Document::name).toList());
    }

    private static Advisory read(Snapshot snapshot, Document document) throws IOException, FeedException {
        Value content = Json.read(snapshot, document, FIELDS);
        try {
            return new CsafAdvisory(content).read(content.get("vulnerabilities"), document.name());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FeedException(document.name(), "", "not an advisory: " + e.getMessage(), e);
        }
    }

    private Advisory read(Value vulnerabilities, String document) throws FeedException {
        Value tracking = content.get("tracking");
        List<Cve> cves = new ArrayList<>();
        Set<Fix> fixes = new LinkedHashSet<>();
        for (Value vulnerability : vulnerabilities.items()) {
            Optional<String> cve = vulnerability.optionalText("cve");
            if (cve.isPresent()) {
                cves.add(cve(vulnerability, cve.get()));
            }
            addFixes(vulnerability, fixes);
        }
        return new Advisory(
                tracking.get("id").text().replaceFirst("^msrc_", ""),
                Words.line(content.get("title").text()),
                cves,
                Words.day(tracking.get("initial_release_date").text()),
                Words.day(tracking.get("current_release_date").text()),
                links(),
                List.copyOf(fixes),
                List.of(document));
    }

    /** Pages for people; the document names itself too. */
    private List<URI> links() throws FeedException {
        List<URI> links = new ArrayList<>();
        for (Value reference : items(content, "references")) {
            if (reference.optionalText("category").orElse("").equals("self")) {
                Links.parse(reference.get("url").text())
                        .filter(link -> !link.getPath().endsWith(".json"))
                        .ifPresent(links::add);
            }
        }
        return links;
    }

    private static List<Value> items(Value parent, String name) throws FeedException {
        Optional<Value> list = parent.find(name);
        return list.isPresent() ? list.get().items() : List.of();
    }

    private Cve cve(Value vulnerability, String id) throws FeedException {
        Double score = null;
        String vector = null;
        for (Value rating : items(vulnerability, "scores")) {
            Value cvss = rating.get("cvss_v3");
            double base = cvss.get("baseScore").decimal();
            if (score == null || base > score) {
                score = base;
                vector = cvss.get("vectorString").text();
            }
        }
        return new Cve(
                id,
                Words.line(vulnerability.optionalText("title").orElse("")),
                Words.severity(severity),
                severity.isEmpty() ? null : severity,
                score,
                vector,
                CvrfAdvisory.SOURCE,
                threat(vulnerability, "exploit_status").contains("Exploited:Yes"));
    }

    private static String threat(Value vulnerability, String category) throws FeedException {
        for (Value threat : items(vulnerability, "threats")) {
            if (threat.get("category").text().equals(category)) {
                return threat.get("details").text();
            }
        }
        return "";
    }

    private void addFixes(Value vulnerability, Set<Fix> fixes) throws FeedException {
        String impact = threat(vulnerability, "impact");
        for (Value remediation : items(vulnerability, "remediations")) {
            if (!remediation.get("category").text().equals("vendor_fix")) {
                continue;
            }
            for (Value product : items(remediation, "product_ids")) {
                fixes.add(fix(remediation, products.name(product.text()), impact));
            }
        }
    }

    private Fix fix(Value remediation, String product, String impact) throws FeedException {
        CsafDetails details = CsafDetails.parse(remediation.get("details").text());
        String address = remediation.optionalText("url").orElse(details.address());
        Severity rating = Words.severity(severity);
        return new Fix(
                Words.kbOfAddress(address),
                product,
                details.version(),
                details.kind(),
                rating,
                impact,
                restart(remediation),
                List.of(),
                Links.parse(address).orElse(null));
    }

    private static @Nullable Reboot restart(Value remediation) throws FeedException {
        Optional<Value> restart = remediation.find("restart_required");
        if (restart.isEmpty()) {
            return null;
        }
        String category = restart.get().get("category").text();
        boolean endpoint = category.equals("system") || category.equals("machine");
        return endpoint ? Reboot.ALWAYS : Reboot.NEVER;
    }
}
