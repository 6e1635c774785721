package io.patchbay.provider.microsoft.msrc;

import io.patchbay.feeds.microsoft.Links;
import io.patchbay.model.Advisory;
import io.patchbay.model.Advisory.Fix;
import io.patchbay.model.Cve;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.UpdateSink;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Joins the rows of the guide's tables. The fixes of a vulnerability are scattered over the pages of another table, so they are held, each
 * once: most vulnerabilities of a month are fixed by the same few updates.
 */
final class Guide {
    private static final String CVE_NUMBER = "cveNumber";

    private final UpdateSink sink;
    private final Map<String, Fixes> ofVulnerabilities = new HashMap<>();
    private final Map<String, Fixes> ofDeployments = new TreeMap<>();
    private final Map<Fix, Fix> known = new HashMap<>();
    private final Set<String> given = new HashSet<>();

    Guide(UpdateSink sink) {
        this.sink = sink;
    }

    /** The fixes of something, and the pages that name them. */
    private static final class Fixes {
        private final Set<Fix> fixes = new LinkedHashSet<>();
        private final Set<String> pages = new TreeSet<>();

        void add(Fix fix, String page) {
            fixes.add(fix);
            pages.add(page);
        }
    }

    /** A product that a vulnerability affects, with the KB articles that fix it. */
    void product(GuideRow row, String page) {
        Fixes fixes = ofVulnerabilities.computeIfAbsent(row.require(CVE_NUMBER), id -> new Fixes());
        for (GuideRow article : row.articles()) {
            fixes.add(fix(row, article), page);
        }
    }

    /** A KB article for a product. The table does not tell what it fixes; what it supersedes, it does. */
    void deployment(GuideRow row, String page) {
        Fix fix = fix(row, row);
        if (!fix.kb().isEmpty()) {
            ofDeployments.computeIfAbsent(fix.kb(), kb -> new Fixes()).add(fix, page);
        }
    }

    private Fix fix(GuideRow product, GuideRow article) {
        String name = article.text("articleName").strip();
        String kb = Words.kb(name);
        boolean named = kb.isEmpty() && Words.isName(name);
        Fix fix = new Fix(
                kb,
                product.require("product"),
                Words.version(article.text("fixedBuildNumber")),
                named ? name : article.text("downloadName"),
                Words.severity(product.text("severity")),
                product.text("impact"),
                Words.restart(article.text("rebootRequired")),
                Words.kbs(article.text("supercedence")),
                address(article));
        Fix same = known.putIfAbsent(fix, fix);
        return same == null ? fix : same;
    }

    private static @Nullable URI address(GuideRow article) {
        return Links.parse(article.text("downloadUrl"))
                .or(() -> Links.parse(article.text("articleUrl")))
                .orElse(null);
    }

    void vulnerability(GuideRow row, String page) throws FeedException {
        String id = row.require(CVE_NUMBER).strip();
        String title = Words.line(row.text("cveTitle"));
        Fixes fixes = ofVulnerabilities.getOrDefault(id, new Fixes());
        give(new Advisory(
                id,
                title,
                Cve.isId(id) ? List.of(cve(row, id, title)) : List.of(),
                Words.day(row.text("releaseDate")),
                Words.day(row.text("latestRevisionDate")),
                Words.guide(id),
                List.copyOf(fixes.fixes),
                documents(page, fixes)));
    }

    private static Cve cve(GuideRow row, String id, String title) {
        String severity = row.text("severity");
        String score = row.text("baseScore");
        String vector = row.text("vectorString");
        return new Cve(
                id,
                title,
                Words.severity(severity),
                severity.isBlank() ? null : severity,
                score.isBlank() ? null : Double.valueOf(score),
                vector.isBlank() ? null : vector,
                CvrfAdvisory.SOURCE,
                row.text("exploited").equalsIgnoreCase("Yes"));
    }

    private static List<String> documents(String page, Fixes fixes) {
        List<String> documents = new ArrayList<>(List.of(page));
        documents.addAll(fixes.pages);
        return documents;
    }

    void advisory(GuideRow row, String page) throws FeedException {
        if (row.text("isRemoved").equals("true")) {
            return;
        }
        String id = row.require("advisoryNumber").strip();
        give(new Advisory(
                id,
                Words.line(row.text("title")),
                List.of(),
                Words.day(row.text("publishDate")),
                Words.day(row.text("modifiedOn")),
                Words.guide(id),
                List.of(),
                List.of(page)));
    }

    private void give(Advisory advisory) throws FeedException {
        if (given.add(advisory.id())) {
            sink.accept(advisory);
        }
    }

    /** Gives what deployments say, under the numbers of their KB articles. */
    void finish() throws FeedException {
        for (Map.Entry<String, Fixes> entry : ofDeployments.entrySet()) {
            String kb = entry.getKey();
            Fixes fixes = entry.getValue();
            give(new Advisory(
                    "KB" + kb,
                    "",
                    List.of(),
                    null,
                    null,
                    List.of(URI.create("https://support.microsoft.com/help/" + kb)),
                    List.copyOf(fixes.fixes),
                    List.copyOf(fixes.pages)));
        }
        if (given.isEmpty()) {
            throw new FeedException(GuideProvider.VULNERABILITIES.name(), "", "expected vulnerabilities, found no row");
        }
    }
}
