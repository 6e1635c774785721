package io.patchbay.provider.adobe;

import io.patchbay.feeds.Html;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A security bulletin. Its tables are known by what is in their rows: versions that are affected are followed by <q>and earlier</q>, those of the
 * solution are not; a vulnerability has a rating and a CVE.
 *
 * @param id {@code APSB26-43}
 * @param priority how soon Adobe wants it installed, 1 to 3
 * @param fixed the versions that fix it, of all products, tracks and systems
 */
record Bulletin(String id, String priority, Set<String> fixed, List<Cve> cves) {
    private static final Pattern VERSION = Pattern.compile("\\b(?:20)?([0-9]{2}\\.[0-9]{3}\\.[0-9]{5})\\b");
    private static final Pattern PRIORITY = Pattern.compile("[123]");
    private static final Pattern SCORE = Pattern.compile("(?:10|[0-9])\\.[0-9]");
    private static final Pattern VECTOR = Pattern.compile("CVSS:3\\.[01](?:/[A-Z]{1,2}:[A-Z])+");

    static Bulletin read(Snapshot snapshot, Document page) throws IOException, FeedException {
        String id = page.name().replaceAll(".*/|\\.html$", "").toUpperCase(Locale.ROOT);
        Set<String> fixed = new TreeSet<>();
        Set<String> priorities = new TreeSet<>();
        List<Cve> cves = new ArrayList<>();
        Element body = Html.readWhole(snapshot, page);
        boolean exploited = body.text().contains("exploited in the wild");
        for (Element row : body.select("tr")) {
            List<String> cells = row.children().stream()
                    .map(Element::text)
                    .map(String::strip)
                    .toList();
            if (!Cve.idsIn(row.text()).isEmpty()) {
                cves.addAll(cves(id, cells, exploited));
            } else if (!row.text().contains("and earlier")) {
                VERSION.matcher(row.text()).results().forEach(version -> fixed.add(version.group(1)));
                cells.stream().filter(PRIORITY.asMatchPredicate()).forEach(priorities::add);
            }
        }
        if (fixed.isEmpty() || cves.isEmpty() || priorities.isEmpty()) {
            throw new FeedException(page.name(), "tr", "expected versions of a solution, a priority and rated CVEs");
        }
        return new Bulletin(id, priorities.iterator().next(), fixed, cves);
    }

    private static List<Cve> cves(String id, List<String> cells, boolean exploited) {
        Severity severity = find(cells, cell -> Severity.ofWord(cell).isPresent())
                .flatMap(Severity::ofWord)
                .orElse(Severity.UNSPECIFIED);
        String word = find(cells, cell -> Severity.ofWord(cell).isPresent()).orElse(null);
        Double score =
                find(cells, SCORE.asMatchPredicate()).map(Double::valueOf).orElse(null);
        String row = String.join("\n", cells);
        String vector = VECTOR.matcher(row)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElse(null);
        return Cve.idsIn(row).stream()
                .map(cve -> new Cve(cve, cells.get(0), severity, word, score, vector, id, exploited))
                .toList();
    }

    private static Optional<String> find(List<String> cells, Predicate<String> is) {
        return cells.stream().filter(is).findFirst();
    }

    /** What a release fixes by these bulletins; null if none of them is about it. */
    static @Nullable Security about(String version, List<Bulletin> bulletins) {
        List<Bulletin> own =
                bulletins.stream().filter(b -> b.fixed.contains(version)).toList();
        if (own.isEmpty()) {
            return null;
        }
        Security rated = Security.worstOf(
                own.stream().map(Bulletin::id).toList(),
                own.stream().flatMap(b -> b.cves.stream()).distinct().toList());
        String priority =
                own.stream().map(Bulletin::priority).min(String::compareTo).orElseThrow();
        String words = rated.vendorSeverity() == null ? "" : rated.vendorSeverity() + ", ";
        return new Security(rated.severity(), words + "priority " + priority, rated.bulletins(), rated.cves());
    }
}
