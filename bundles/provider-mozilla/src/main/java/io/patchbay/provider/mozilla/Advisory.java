package io.patchbay.provider.mozilla;

import io.patchbay.feeds.CveText;
import io.patchbay.feeds.EnglishDate;
import io.patchbay.feeds.Rating;
import io.patchbay.feeds.Text;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.Yaml;
import io.patchbay.model.Cve;
import io.patchbay.model.Security;
import io.patchbay.model.Severity;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A security advisory: what was wrong, and in which releases it is fixed. It has one of two forms: YAML, since 2016; before, YAML front matter
 * and prose in HTML that names the CVEs, and rates the whole.
 *
 * @param id such as {@code mfsa2024-70}
 * @param document the name of the document that it was read from
 * @param fixes the releases of our four products; empty if it is about others
 * @param impacts the ratings of all that was wrong, also of what has no CVE; of the advisory as a whole if it names nothing
 * @param cves in the order of the document
 */
record Advisory(
        String id,
        String document,
        String title,
        EnglishDate announced,
        List<Fix> fixes,
        List<Rating> impacts,
        List<Cve> cves) {
    private static final Comparator<Cve> ORDER = Comparator.comparing(Cve::id).thenComparing(Cve::source);

    static Advisory read(Snapshot snapshot, Document document) throws IOException, FeedException {
        String name = document.name();
        String id = name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
        boolean prose = name.endsWith(".md");
        Value front = prose ? Yaml.frontMatter(snapshot, document) : Yaml.read(snapshot, document);
        String title = front.get("title").text();
        Advisory whole =
                new Advisory(id, name, title, announced(front), fixes(front), List.of(impact(front)), List.of());
        return prose ? whole.naming(Text.read(snapshot, document)) : whole.listing(front.get("advisories"));
    }

    private static EnglishDate announced(Value front) throws FeedException {
        Value announced = front.get("announced");
        return EnglishDate.read(announced.text()).orElseThrow(() -> announced.failure("a date"));
    }

    private static Rating impact(Value rated) throws FeedException {
        Value impact = rated.get("impact");
        return Rating.read(impact.text()).orElseThrow(() -> impact.failure("an impact"));
    }

    private static List<Fix> fixes(Value front) throws FeedException {
        List<Fix> fixes = new ArrayList<>();
        for (Value entry : front.get("fixed_in").items()) {
            if (Fix.isOurs(entry.text())) {
                fixes.add(Fix.read(entry.text()).orElseThrow(() -> entry.failure("a product and its version")));
            }
        }
        return fixes;
    }

    /** Until October 2005 ids began with CAN, and became CVE ids unchanged. */
    private Advisory naming(String text) {
        return with(
                impacts,
                Cve.idsIn(text.replace("CAN-2", "CVE-2")).stream()
                        .map(cve -> rated(cve, title, impacts.get(0)))
                        .toList());
    }

    private Advisory listing(Value flaws) throws FeedException {
        List<Rating> ratings = new ArrayList<>();
        List<Cve> rated = new ArrayList<>();
        for (Map.Entry<String, Value> flaw : flaws.fields().entrySet()) {
            String what = flaw.getValue().optionalText("title").orElse("");
            String description = flaw.getValue().optionalText("description").orElse("");
            Rating impact = impact(flaw.getValue());
            ratings.add(impact);
            // Mozilla has ids of its own for what was given none yet.
            if (Cve.isId(flaw.getKey())) {
                Cve cve = rated(flaw.getKey(), what, impact);
                rated.add(CveText.tellsOfAttacks(description) ? cve.asExploited() : cve);
            }
        }
        return with(ratings.isEmpty() ? impacts : ratings, rated);
    }

    private Advisory with(List<Rating> ratings, List<Cve> rated) {
        return new Advisory(id, document, title, announced, fixes, ratings, rated);
    }

    private Cve rated(String cve, String what, Rating impact) {
        return new Cve(cve, what, impact.severity(), impact.words(), null, null, id, false);
    }

    /** Whether it is fixed in any of these. */
    boolean isFixedIn(List<Fix> releases) {
        return !Collections.disjoint(fixes, releases);
    }

    /** The page for people. */
    URI page() {
        return URI.create("https://www.mozilla.org/en-US/security/advisories/" + id + '/');
    }

    /** What advisories say together: the worst rating, and each CVE as each of them rates it. */
    static Security security(List<Advisory> advisories) {
        Optional<Rating> worst = advisories.stream()
                .flatMap(advisory -> advisory.impacts.stream())
                .max(Comparator.comparing(Rating::severity));
        return new Security(
                worst.map(Rating::severity).orElse(Severity.UNSPECIFIED),
                worst.map(Rating::words).orElse(null),
                advisories.stream().map(Advisory::id).toList(),
                advisories.stream()
                        .flatMap(advisory -> advisory.cves.stream())
                        .sorted(ORDER)
                        .toList());
    }
}
