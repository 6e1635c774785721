package io.patchbay.provider.microsoft.msrc;

import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.provider.microsoft.msrc.Remediation.Fact;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Score;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Threat;
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

/** What an entry of a CVRF document means. */
final class CvrfAdvisory {
    static final String IMPACT = "Impact";
    static final String EXPLOIT_STATUS = "Exploit Status";
    static final String SEVERITY = "Severity";
    static final String VENDOR_FIX = "Vendor Fix";
    static final String SOURCE = "MSRC";

    private final Vulnerability entry;
    private final Map<String, String> products;
    private final Addresses addresses;
    private final Map<String, String> severities = new HashMap<>();
    private final Map<String, String> impacts = new HashMap<>();
    private String lastText = "";
    private String lastLine = "";
    private boolean exploited;

    /**
     * Prepares for one entry.
     *
     * @param products the names of products by id
     * @param addresses those of the document
     */
    CvrfAdvisory(Vulnerability entry, Map<String, String> products, Addresses addresses) {
        this.entry = entry;
        this.products = products;
        this.addresses = addresses;
        entry.threats().forEach(this::addThreat);
    }

    /** What a threat says by product id; under a blank id what holds for all others. */
    private void addThreat(Threat threat) {
        String text = line(threat.description());
        switch (threat.kind()) {
            case SEVERITY -> orAll(threat.products()).forEach(id -> severities.put(id, text));
            case IMPACT -> orAll(threat.products()).forEach(id -> impacts.put(id, text));
            case EXPLOIT_STATUS -> exploited |= Words.isExploited(text);
            default -> {}
        }
    }

    /** Threats mostly say the same of each product. */
    private String line(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastLine = Words.line(text);
        }
        return lastLine;
    }

    private static List<String> orAll(List<String> products) {
        return products.isEmpty() ? List.of("") : products;
    }

    private static String of(String product, Map<String, String> texts) {
        String text = texts.get(product);
        return text == null ? texts.getOrDefault("", "") : text;
    }

    Advisory read(String document) {
        String id = entry.id().strip();
        String title = Words.line(entry.title());
        List<LocalDate> revisions = revisions();
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

    private List<LocalDate> revisions() {
        return entry.revisions().stream()
                .map(Words::day)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** The worst rating of all products. */
    private Cve cve(String id, String title) {
        Optional<String> severity = severities.values().stream().distinct().max(Comparator.comparing(Words::severity));
        Optional<Score> score = highestScore();
        return new Cve(
                id,
                title,
                severity.map(Words::severity).orElse(Severity.UNSPECIFIED),
                severity.filter(word -> !word.isBlank()).orElse(null),
                score.map(highest -> Double.valueOf(highest.base())).orElse(null),
                score.map(Score::vector).filter(vector -> !vector.isBlank()).orElse(null),
                SOURCE,
                exploited);
    }

    private Optional<Score> highestScore() {
        return entry.scores().stream()
                .filter(score -> !score.base().isBlank())
                .max(Comparator.comparing(score -> Double.valueOf(score.base())));
    }

    private List<Fix> fixes() {
        Set<Fix> fixes = new LinkedHashSet<>();
        for (Remediation remediation : entry.remediations()) {
            if (remediation.kind().equals(VENDOR_FIX)) {
                addFixes(remediation, fixes);
            }
        }
        return List.copyOf(fixes);
    }

    /** The description is a KB number, or says what there is instead, such as {@code Click to Run}; a paragraph says neither. */
    private void addFixes(Remediation remediation, Set<Fix> fixes) {
        String description = Words.line(remediation.text(Fact.DESCRIPTION));
        String kb = Words.kb(description);
        String kind = kb.isEmpty() && Words.isName(description) ? description : remediation.text(Fact.SUB_TYPE);
        String version = Words.version(remediation.text(Fact.FIXED_BUILD));
        Reboot restart = Words.restart(remediation.text(Fact.RESTART_REQUIRED));
        List<String> superseded = Words.kbs(remediation.text(Fact.SUPERCEDENCE));
        URI address = addresses.of(remediation.text(Fact.URL));
        for (String id : orAll(remediation.products())) {
            Severity severity = Words.severity(of(id, severities));
            String product = products.getOrDefault(id, id);
            fixes.add(new Fix(kb, product, version, kind, severity, of(id, impacts), restart, superseded, address));
        }
    }
}
