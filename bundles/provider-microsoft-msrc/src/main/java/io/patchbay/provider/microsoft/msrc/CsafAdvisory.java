package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.microsoft.Links;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import io.patchbay.provider.microsoft.msrc.CsafDocument.Heading;
import io.patchbay.provider.microsoft.msrc.CsafDocument.Tracking;
import io.patchbay.provider.microsoft.msrc.Remediation.Fact;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Score;
import io.patchbay.provider.microsoft.msrc.Vulnerability.Threat;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a CSAF document means. */
final class CsafAdvisory {
    private static final String PREFIX = "msrc_";

    private final CsafDocument content;
    private final Severity severity;

    private CsafAdvisory(CsafDocument content) {
        this.content = content;
        this.severity = Words.severity(content.heading().severity());
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
        CsafDocument content = CsafReader.read(snapshot, document);
        try {
            return new CsafAdvisory(content).read(document.name());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FeedException(document.name(), "", "not an advisory: " + e.getMessage(), e);
        }
    }

    private Advisory read(String document) {
        Heading heading = content.heading();
        Tracking tracking = heading.tracking();
        List<Cve> cves = new ArrayList<>();
        Set<Fix> fixes = new LinkedHashSet<>();
        for (Vulnerability vulnerability : content.vulnerabilities()) {
            if (!vulnerability.id().isEmpty()) {
                cves.add(cve(vulnerability));
            }
            addFixes(vulnerability, fixes);
        }
        return new Advisory(
                tracking.id().startsWith(PREFIX) ? tracking.id().substring(PREFIX.length()) : tracking.id(),
                Words.line(heading.title()),
                cves,
                Words.day(tracking.initial()),
                Words.day(tracking.current()),
                links(heading.self()),
                List.copyOf(fixes),
                List.of(document));
    }

    /** Pages for people; the document names itself too. */
    private static List<URI> links(List<String> self) {
        List<URI> links = new ArrayList<>(1);
        for (String address : self) {
            if (!address.endsWith(".json")) {
                Links.parse(address).ifPresent(links::add);
            }
        }
        return links;
    }

    private Cve cve(Vulnerability vulnerability) {
        String rating = content.heading().severity();
        Score score = vulnerability.highestScore();
        return new Cve(
                vulnerability.id(),
                Words.line(vulnerability.title()),
                severity,
                rating.isEmpty() ? null : rating,
                score == null ? null : Double.valueOf(score.base()),
                score == null ? null : score.vector(),
                CvrfAdvisory.SOURCE,
                threat(vulnerability, "exploit_status").contains("Exploited:Yes"));
    }

    private static String threat(Vulnerability vulnerability, String kind) {
        for (Threat threat : vulnerability.threats()) {
            if (threat.kind().equals(kind)) {
                return threat.description();
            }
        }
        return "";
    }

    private void addFixes(Vulnerability vulnerability, Set<Fix> fixes) {
        String impact = threat(vulnerability, "impact");
        for (Remediation remediation : vulnerability.remediations()) {
            if (remediation.kind().equals("vendor_fix")) {
                addFixes(remediation, impact, fixes);
            }
        }
    }

    private void addFixes(Remediation remediation, String impact, Set<Fix> fixes) {
        CsafDetails details = CsafDetails.parse(remediation.text(Fact.DESCRIPTION));
        String url = remediation.text(Fact.URL);
        String address = url.isEmpty() ? details.address() : url;
        String kb = Words.kbOfAddress(address);
        URI link = Links.parse(address).orElse(null);
        Reboot restart = restart(remediation.text(Fact.RESTART_REQUIRED));
        for (String id : remediation.products()) {
            String product = content.products().getOrDefault(id, id);
            fixes.add(new Fix(
                    kb, product, details.version(), details.kind(), severity, impact, restart, List.of(), link));
        }
    }

    private static @Nullable Reboot restart(String category) {
        return switch (category) {
            case "" -> null;
            case "system", "machine" -> Reboot.ALWAYS;
            default -> Reboot.NEVER;
        };
    }
}
