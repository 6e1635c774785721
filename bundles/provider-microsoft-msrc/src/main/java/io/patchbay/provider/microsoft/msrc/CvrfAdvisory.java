package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.microsoft.Links;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Part;
import java.net.URI;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an entry of a CVRF document means. */
final class CvrfAdvisory {
    static final String IMPACT = "Impact";
    static final String EXPLOIT_STATUS = "Exploit Status";
    static final String SEVERITY = "Severity";
    static final String VENDOR_FIX = "Vendor Fix";
    static final String SOURCE = "MSRC";

    private static final String DESCRIPTION = "Description";

    private final Vulnerability entry;
    private final Map<String, String> products;
    private final Map<String, String> severities;
    private final Map<String, String> impacts;

    /**
     * Prepares for one entry.
     *
     * @param products the names of products by id
     */
    CvrfAdvisory(Vulnerability entry, Map<String, String> products) {
        this.entry = entry;
        this.products = products;
        this.severities = byProduct(SEVERITY);
        this.impacts = byProduct(IMPACT);
    }

    /** What threats of one kind say by product id; under a blank id what holds for all others. */
    private Map<String, String> byProduct(String kind) {
        Map<String, String> texts = new HashMap<>();
        for (Part threat : entry.parts(Vulnerability.THREATS, kind)) {
            String text = Words.line(threat.text(DESCRIPTION));
            ids(threat).forEach(id -> texts.put(id, text));
        }
        return texts;
    }

    private static List<String> ids(Part part) {
        return part.products().isEmpty() ? List.of("") : part.products();
    }

    private static String of(String product, Map<String, String> texts) {
        String general = texts.getOrDefault("", "");
        return texts.getOrDefault(product, general);
    }

    Advisory read(String document) {
        String id = entry.id().strip();
        String title = Words.line(entry.title());
        List<LocalDate> revisions = entry.parts(Vulnerability.REVISIONS).stream()
                .map(revision -> Words.day(revision.text("Date")))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return new Advisory(
                id,
                title,
                Cve.isId(id) ? List.of(cve(id, title)) : List.of(),
                revisions.isEmpty() ? null : revisions.get(0),
                revisions.isEmpty() ? null : revisions.get(revisions.size() - 1),
                Words.guide(id),
                fixes(),
                List.of(document));
    }

    /** The worst rating of all products. */
    private Cve cve(String id, String title) {
        Optional<String> severity = severities.values().stream().distinct().max(Comparator.comparing(Words::severity));
        Optional<Part> score = entry.parts(Vulnerability.SCORES).stream()
                .filter(part -> !part.text("BaseScore").isBlank())
                .max(Comparator.comparing(part -> Double.valueOf(part.text("BaseScore"))));
        return new Cve(
                id,
                title,
                severity.map(Words::severity).orElse(Severity.UNSPECIFIED),
                severity.filter(word -> !word.isBlank()).orElse(null),
                score.map(part -> Double.valueOf(part.text("BaseScore"))).orElse(null),
                score.map(part -> part.text("Vector"))
                        .filter(vector -> !vector.isBlank())
                        .orElse(null),
                SOURCE,
                isExploited());
    }

    /** The status is a list such as {@code Publicly Disclosed:No;Exploited:Yes;DOS:N/A}. */
    private boolean isExploited() {
        return entry.parts(Vulnerability.THREATS, EXPLOIT_STATUS).stream()
                .flatMap(status -> Stream.of(status.text(DESCRIPTION).split(";")))
                .anyMatch(part -> part.strip().equalsIgnoreCase("Exploited:Yes"));
    }

    private List<Fix> fixes() {
        Set<Fix> fixes = new LinkedHashSet<>();
        for (Part remediation : entry.parts(Vulnerability.REMEDIATIONS, VENDOR_FIX)) {
            addFixes(remediation, fixes);
        }
        return List.copyOf(fixes);
    }

    /** The description is a KB number, or says what there is instead, such as {@code Click to Run}; a paragraph says neither. */
    private void addFixes(Part remediation, Set<Fix> fixes) {
        String description = Words.line(remediation.text(DESCRIPTION));
        String kb = Words.kb(description);
        String kind = kb.isEmpty() && Words.isName(description) ? description : remediation.text("SubType");
        String version = Words.version(remediation.text("FixedBuild"));
        Reboot restart = Words.restart(remediation.text("RestartRequired"));
        List<String> superseded = Words.kbs(remediation.text("Supercedence"));
        URI address = Links.parse(remediation.text("URL")).orElse(null);
        for (String id : ids(remediation)) {
            Severity severity = Words.severity(of(id, severities));
            String product = products.getOrDefault(id, id);
            fixes.add(new Fix(kb, product, version, kind, severity, of(id, impacts), restart, superseded, address));
        }
    }
}
