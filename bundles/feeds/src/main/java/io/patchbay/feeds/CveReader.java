package io.patchbay.feeds;

import io.patchbay.feeds.CveContainer.Metric;
import io.patchbay.feeds.CveContainer.Rating;
import io.patchbay.model.Cve;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a record of the CVE list: the container of the authority that assigned the id (CNA), then those of others (ADP). A record also has
 * references, credits, configurations and tables of other tools, which are stepped over.
 */
final class CveReader {
    /** The newest first. */
    private static final List<String> METRICS = List.of("cvssV4_0", "cvssV3_1", "cvssV3_0", "cvssV2_0");

    private final JsonReader json;

    private CveReader(JsonReader json) {
        this.json = json;
    }

    static CveRecord read(JsonReader json) throws IOException, FeedException {
        return new CveReader(json).record();
    }

    /** What it is about. */
    private record Metadata(String id, boolean rejected) {}

    private CveRecord record() throws IOException, FeedException {
        Metadata metadata = null;
        List<CveContainer> containers = null;
        int root = json.object();
        while (json.next(root)) {
            switch (json.name()) {
                case "cveMetadata" -> metadata = metadata();
                case "containers" -> containers = containers();
                default -> {}
            }
        }
        return record(json.require(metadata, "cveMetadata"), json.require(containers, "containers"));
    }

    private static CveRecord record(Metadata metadata, List<CveContainer> containers) {
        CveContainer authority = containers.get(0);
        CveContainer rating = authority;
        List<CveRecord.Affected> affected = new ArrayList<>();
        boolean exploited = false;
        for (CveContainer container : containers) {
            rating = rating.rating() == null && container.rating() != null ? container : rating;
            affected.addAll(container.affected());
            exploited |= container.isExploited();
        }
        return new CveRecord(rating.cve(metadata.id, authority.title(), exploited), metadata.rejected, affected);
    }

    private Metadata metadata() throws IOException, FeedException {
        String id = null;
        String state = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "cveId" -> id = id();
                case "state" -> state = json.text();
                default -> {}
            }
        }
        return new Metadata(
                json.require(id, "cveId"), json.require(state, "state").equals("REJECTED"));
    }

    private String id() throws IOException, FeedException {
        String id = json.text();
        if (!Cve.isId(id)) {
            throw json.failure("a CVE id");
        }
        return id;
    }

    /** That of the authority first. */
    private List<CveContainer> containers() throws IOException, FeedException {
        CveContainer authority = null;
        List<CveContainer> containers = new ArrayList<>();
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "cna" -> authority = container();
                case "adp" -> containers.addAll(json.list(this::container));
                default -> {}
            }
        }
        containers.add(0, json.require(authority, "cna"));
        return containers;
    }

    private CveContainer container() throws IOException, FeedException {
        String source = "";
        String title = "";
        List<String> descriptions = List.of();
        List<Metric> metrics = List.of();
        List<CveRecord.Affected> affected = List.of();
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "providerMetadata" -> source = shortName();
                case "title" -> title = json.text();
                case "descriptions" -> descriptions = json.list(this::inEnglish);
                case "metrics" -> metrics = json.list(this::metric);
                case "affected" -> affected = json.list(this::affected);
                default -> {}
            }
        }
        return new CveContainer(
                source.isEmpty() ? "CVE" : source,
                title.isEmpty() ? firstSentence(descriptions) : title,
                metrics,
                affected);
    }

    private String shortName() throws IOException, FeedException {
        String name = "";
        int fields = json.object();
        while (json.next(fields)) {
            name = json.name().equals("shortName") ? json.text() : name;
        }
        return name;
    }

    /** A description; blank if it is in another language. */
    private String inEnglish() throws IOException, FeedException {
        String language = "en";
        String description = "";
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "lang" -> language = json.text();
                case "value" -> description = json.text();
                default -> {}
            }
        }
        return language.startsWith("en") ? description : "";
    }

    /** For a record without a title. */
    private static String firstSentence(List<String> descriptions) {
        for (String description : descriptions) {
            if (!description.isEmpty()) {
                return firstSentence(description);
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

    private Metric metric() throws IOException, FeedException {
        Rating newest = null;
        boolean exploited = false;
        int fields = json.object();
        while (json.next(fields)) {
            int age = METRICS.indexOf(json.name());
            if (age >= 0) {
                newest = Rating.newer(newest, rating(age));
            } else if (json.name().equals("other")) {
                exploited = isExploited();
            }
        }
        return new Metric(newest, exploited);
    }

    private Rating rating(int age) throws IOException, FeedException {
        Double score = null;
        String word = null;
        String vector = null;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "baseScore" -> score = json.decimal();
                case "baseSeverity" -> word = json.text();
                case "vectorString" -> vector = json.text();
                default -> {}
            }
        }
        return new Rating(age, json.require(score, "baseScore"), word, vector);
    }

    /** As CISA's decision points (SSVC) or its list of exploited vulnerabilities (KEV) say. */
    private boolean isExploited() throws IOException, FeedException {
        boolean exploited = false;
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "type" -> exploited |= json.text().equals("kev");
                case "content" -> exploited |= isActive();
                default -> {}
            }
        }
        return exploited;
    }

    private boolean isActive() throws IOException, FeedException {
        boolean active = false;
        int fields = json.object();
        while (json.next(fields)) {
            if (json.name().equals("options")) {
                active = json.list(this::isActiveOption).contains(true);
            }
        }
        return active;
    }

    private boolean isActiveOption() throws IOException, FeedException {
        boolean active = false;
        int fields = json.object();
        while (json.next(fields)) {
            active |= json.name().equals("Exploitation") && json.text().equals("active");
        }
        return active;
    }

    private CveRecord.Affected affected() throws IOException, FeedException {
        String vendor = "";
        String product = "";
        List<Optional<CveRange>> ranges = List.of();
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "vendor" -> vendor = json.text();
                case "product" -> product = json.text();
                case "versions" -> ranges = json.list(this::range);
                default -> {}
            }
        }
        return new CveRecord.Affected(
                CveProduct.plain(vendor + '/' + product),
                ranges.stream().flatMap(Optional::stream).toList());
    }

    /** An entry of the versions; empty if it says what is not affected. */
    private Optional<CveRange> range() throws IOException, FeedException {
        String status = "affected";
        String version = "";
        String lessThan = "";
        String upTo = "";
        int fields = json.object();
        while (json.next(fields)) {
            switch (json.name()) {
                case "status" -> status = json.text();
                case "version" -> version = json.text();
                case "lessThan" -> lessThan = json.text();
                case "lessThanOrEqual" -> upTo = json.text();
                default -> {}
            }
        }
        return status.equals("affected") ? Optional.of(CveRange.of(version, lessThan, upTo)) : Optional.empty();
    }
}
