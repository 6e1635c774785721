package io.patchbay.provider.adobe;

import io.patchbay.feeds.CveRow;
import io.patchbay.feeds.CveText;
import io.patchbay.feeds.Html;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

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
    private static final Set<String> PRIORITIES = Set.of("1", "2", "3");

    static Bulletin read(Snapshot snapshot, String page) throws IOException, FeedException {
        String id =
                page.substring(page.lastIndexOf('/') + 1, page.lastIndexOf('.')).toUpperCase(Locale.ROOT);
        Set<String> fixed = new TreeSet<>();
        Set<String> priorities = new TreeSet<>();
        List<Cve> cves = new ArrayList<>();
        Element body = Html.readWhole(snapshot, page);
        for (List<String> cells : Html.rows(body)) {
            List<Cve> rated = CveRow.read(cells, 0, id);
            cves.addAll(rated);
            if (rated.isEmpty() && cells.stream().noneMatch(cell -> cell.contains("and earlier"))) {
                // Few cells have a full stop, and to look for a pattern in all takes longer.
                cells.stream().filter(cell -> cell.contains(".")).forEach(cell -> addVersions(cell, fixed));
                cells.stream().filter(PRIORITIES::contains).forEach(priorities::add);
            }
        }
        if (fixed.isEmpty() || cves.isEmpty() || priorities.isEmpty()) {
            throw new FeedException(page, "tr", "expected versions of a solution, a priority and rated CVEs");
        }
        return new Bulletin(id, priorities.iterator().next(), fixed, CveText.marked(cves, body));
    }

    private static void addVersions(String cell, Set<String> fixed) {
        VERSION.matcher(cell).results().forEach(version -> fixed.add(version.group(1)));
    }

    /** Adds to a release what it fixes by these bulletins, if any of them is about it. */
    static void fixedBy(List<Bulletin> bulletins, String version, VendorRelease release) {
        List<Bulletin> own =
                bulletins.stream().filter(b -> b.fixed.contains(version)).toList();
        if (own.isEmpty()) {
            return;
        }
        Security rated = Security.worstOf(
                own.stream().map(Bulletin::id).toList(),
                own.stream().flatMap(b -> b.cves.stream()).distinct().toList());
        String priority =
                own.stream().map(Bulletin::priority).min(String::compareTo).orElseThrow();
        String words = rated.vendorSeverity() == null ? "" : rated.vendorSeverity() + ", ";
        release.fixes(
                new Security(rated.severity(), words + "priority " + priority, rated.bulletins(), rated.cves()),
                AdobeProvider.BULLETINS.name() + '/' + own.get(0).id.toLowerCase(Locale.ROOT) + ".html");
    }
}
