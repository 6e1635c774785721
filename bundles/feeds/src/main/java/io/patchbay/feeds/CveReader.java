package io.patchbay.feeds;

import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import io.patchbay.spi.FeedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a record of the CVE list: the container of the authority that assigned the id (CNA), then those of others (ADP). */
final class CveReader {
    /** The newest first. */
    private static final List<String> METRICS = List.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0");

    /** A record also has references, credits, configurations and tables of other tools. */
    static final Set<String> FIELDS = Json.fields(
            "containers",
            "cna",
            "adp",
            "cveMetadata",
            "cveId",
            "state",
            "providerMetadata",
            "shortName",
            "title",
            "descriptions",
            "lang",
            "value",
            "metrics",
            "cvssV4_0",
            "cvssV3_1",
            "cvssV3_0",
            "cvssV2_0",
            "baseScore",
            "baseSeverity",
            "vectorString",
            "other",
            "type",
            "content",
            "options",
            "Exploitation",
            "affected",
            "vendor",
            "product",
            "versions",
            "version",
            "status",
            "lessThan",
            "lessThanOrEqual");

    private final Value record;
    private final List<Value> containers = new ArrayList<>();

    private CveReader(Value record) throws FeedException {
        this.record = record;
        Value all = record.get("containers");
        containers.add(all.get("cna"));
        containers.addAll(items(all, "adp"));
    }

    static CveRecord read(Value record) throws FeedException {
        return new CveReader(record).record();
    }

    private CveRecord record() throws FeedException {
        Value metadata = record.get("cveMetadata");
        Value id = metadata.get("cveId");
        if (!Cve.isId(id.text())) {
            throw id.failure("a CVE id");
        }
        return new CveRecord(cve(id.text()), metadata.get("state").text().equals("REJECTED"), affected());
    }

    private Cve cve(String id) throws FeedException {
        for (Value container : containers) {
            Optional<Value> rating = rating(container);
            if (rating.isPresent()) {
                return rated(id, rating.get(), source(container));
            }
        }
        return new Cve(id, title(), Severity.UNSPECIFIED, null, null, null, source(containers.get(0)), isExploited());
    }

    private Cve rated(String id, Value rating, String source) throws FeedException {
        double score = rating.get("baseScore").decimal();
        return new Cve(
                id,
                title(),
                Severity.ofScore(score),
                rating.optionalText("baseSeverity").orElse(null),
                score,
                rating.optionalText("vectorString").orElse(null),
                source,
                isExploited());
    }

    private static Optional<Value> rating(Value container) throws FeedException {
        for (String name : METRICS) {
            for (Value metric : items(container, "metrics")) {
                if (metric.find(name).isPresent()) {
                    return metric.find(name);
                }
            }
        }
        return Optional.empty();
    }

    private static String source(Value container) throws FeedException {
        Optional<Value> provider = container.find("providerMetadata");
        return provider.isPresent() ? provider.get().optionalText("shortName").orElse("CVE") : "CVE";
    }

    /** The title, or the first sentence of the description. */
    private String title() throws FeedException {
        Value cna = containers.get(0);
        Optional<String> title = cna.optionalText("title");
        if (title.isPresent()) {
            return title.get();
        }
        for (Value description : items(cna, "descriptions")) {
            if (description.get("lang").text().startsWith("en")) {
                return firstSentence(description.get("value").text());
            }
        }
        return "";
    }

    private static String firstSentence(String text) {
        int end = text.indexOf('.');
        while (end >= 0 && end + 1 < text.length() && !Character.isWhitespace(text.charAt(end + 1))) {
            end = text.indexOf('.', end + 1);
        }
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** As CISA's decision points (SSVC) or its list of exploited vulnerabilities (KEV) say. */
    private boolean isExploited() throws FeedException {
        for (Value container : containers) {
            for (Value metric : items(container, "metrics")) {
                Optional<Value> other = metric.find("other");
                if (other.isPresent() && isExploited(other.get())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isExploited(Value other) throws FeedException {
        if (other.get("type").text().equals("kev")) {
            return true;
        }
        for (Value option : items(other.get("content"), "options")) {
            if (option.optionalText("Exploitation").orElse("").equals("active")) {
                return true;
            }
        }
        return false;
    }

    private List<CveRecord.Affected> affected() throws FeedException {
        List<CveRecord.Affected> affected = new ArrayList<>();
        for (Value container : containers) {
            for (Value product : items(container, "affected")) {
                affected.add(affected(product));
            }
        }
        return affected;
    }

    private static CveRecord.Affected affected(Value product) throws FeedException {
        List<CveRange> ranges = new ArrayList<>();
        for (Value version : items(product, "versions")) {
            CveRange.read(version).ifPresent(ranges::add);
        }
        String vendor = product.optionalText("vendor").orElse("");
        String name = product.optionalText("product").orElse("");
        return new CveRecord.Affected(CveProduct.plain(vendor + '/' + name), ranges);
    }

    private static List<Value> items(Value value, String field) throws FeedException {
        Optional<Value> items = value.find(field);
        return items.isPresent() ? items.get().items() : List.of();
    }
}
