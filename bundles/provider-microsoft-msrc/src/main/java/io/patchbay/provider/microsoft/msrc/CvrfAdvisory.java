package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.Rating;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.provider.microsoft.msrc.Remediation.Fact;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Score;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an entry of a CVRF document means. */
final class CvrfAdvisory {
    static final String VENDOR_FIX = "Vendor Fix";
    static final String SOURCE = "MSRC";

    private static final List<String> ALL = List.of("");

    private final Vulnerability entry;
    private final Map<String, String> products;
    private final Addresses addresses;
    private final Threats threats;

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
        this.threats = new Threats(entry.threats());
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

    /** In the order of time. */
    private List<LocalDate> revisions() {
        List<LocalDate> days = new ArrayList<>();
        for (String revision : entry.revisions()) {
            LocalDate day = Words.day(revision);
            if (day != null) {
                days.add(day);
            }
        }
        Collections.sort(days);
        return days;
    }

    /** The worst rating of all products, and the highest score. */
    private Cve cve(String id, String title) {
        Rating worst = threats.worst();
        Score score = entry.highestScore();
        return new Cve(
                id,
                title,
                worst.severity(),
                worst.words().isBlank() ? null : worst.words(),
                score == null ? null : Double.valueOf(score.base()),
                score == null || score.vector().isBlank() ? null : score.vector(),
                SOURCE,
                threats.areExploited());
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
        for (String id : remediation.products().isEmpty() ? ALL : remediation.products()) {
            Severity severity = threats.severity(id);
            String impact = threats.impact(id);
            String product = products.getOrDefault(id, id);
            fixes.add(new Fix(kb, product, version, kind, severity, impact, restart, superseded, address));
        }
    }
}
