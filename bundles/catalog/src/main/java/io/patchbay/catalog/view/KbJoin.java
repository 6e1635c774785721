package io.patchbay.catalog.view;

import io.patchbay.model.Advisory;
import io.patchbay.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the updates of which advisories speak. KB numbers are Microsoft's: what other companies write in their place, even if digits, is
 * no KB number.
 */
final class KbJoin {
    private static final String MICROSOFT = "microsoft";
    private static final Pattern MONTH_OR_KB = Pattern.compile("^[0-9]{4}-[0-9]{2} |\\(KB[0-9]+\\)");

    private final KbFixes fixes;
    private final Map<String, List<Titled>> byKb = new HashMap<>();

    /** A row and the words of its title. */
    private record Titled(Row row, String words) {
        static Titled of(Row row) {
            return new Titled(row, ProductName.words(row.facts().title()));
        }

        Facts facts() {
            return row.facts();
        }
    }

    /** Joins the rows that are served. */
    KbJoin(Rows rows, Advisories advisories) {
        this.fixes = advisories.fixes();
        for (Row row : advisories.isEmpty() ? new Row[0] : rows.served()) {
            if (row != null && isMicrosofts(row.facts())) {
                index(row);
            }
        }
    }

    private static boolean isMicrosofts(Facts facts) {
        return facts.vendor().regionMatches(true, 0, MICROSOFT, 0, MICROSOFT.length());
    }

    private void index(Row row) {
        for (String kb : row.facts().kbArticles()) {
            if (fixes.speakOf(kb)) {
                byKb.computeIfAbsent(kb, key -> new ArrayList<>()).add(Titled.of(row));
            }
        }
    }

    /** What is said of each update whose KB number an advisory names, by key. */
    Map<Integer, Advised> advised() {
        Map<Integer, Advised> advised = new HashMap<>();
        for (String kb : fixes.kbs()) {
            Map<List<KbFixes.Fix>, Said> bySaid = new HashMap<>();
            for (Titled row : byKb.getOrDefault(kb, List.of())) {
                Said said = bySaid.computeIfAbsent(fixes.of(kb, row.words()), KbJoin::said);
                Advised own = new Advised(List.of(row.facts().id()), said);
                advised.merge(row.row().key(), own, (a, b) -> Advised.all(List.of(a, b)));
            }
        }
        return advised;
    }

    private static Said said(Collection<KbFixes.Fix> fixes) {
        Set<AdvisoryFacts> advisories = new TreeSet<>();
        Severity worst = Severity.UNSPECIFIED;
        for (KbFixes.Fix fix : fixes) {
            advisories.addAll(fix.advisories());
            worst = worst.max(fix.worst());
        }
        return Said.of(advisories, worst);
    }

    /** What replaces what, as KB numbers: only between updates of one type and, by their titles, of one product. */
    EdgeList links() {
        EdgeList links = new EdgeList();
        for (String kb : fixes.kbs()) {
            for (Titled newer : byKb.getOrDefault(kb, List.of())) {
                if (newer.row().isGivenOut()) {
                    link(links, kb, newer);
                }
            }
        }
        return links;
    }

    private void link(EdgeList links, String kb, Titled newer) {
        for (KbFixes.Fix fix : fixes.of(kb, newer.words())) {
            for (String superseded : fix.superseded()) {
                for (Titled older : byKb.getOrDefault(superseded, List.of())) {
                    if (replaces(newer, older, fix.product())) {
                        links.add(newer.row().key(), older.row().key());
                    }
                }
            }
        }
    }

    /** Titles that name the product in words of their own must be the same but for month and KB number. */
    private static boolean replaces(Titled newer, Titled older, String product) {
        if (newer.facts().type() != older.facts().type()
                || newer.facts().id().equals(older.facts().id())) {
            return false;
        }
        return ProductName.isNamed(product, newer.words())
                ? ProductName.isNamed(product, older.words())
                : generalTitle(newer.facts()).equals(generalTitle(older.facts()));
    }

    private static String generalTitle(Facts facts) {
        return MONTH_OR_KB.matcher(facts.title()).replaceAll("");
    }

    /** The providers whose advisories say that the one replaces the other. */
    static Set<String> sources(Advisories advisories, Row newer, Row older) {
        Set<String> sources = new LinkedHashSet<>();
        Titled titled = Titled.of(newer);
        for (String kb : newer.facts().kbArticles()) {
            for (KbFixes.Fix fix : advisories.fixes().of(kb, titled.words())) {
                if (older.facts().kbArticles().stream().anyMatch(fix.superseded()::contains)
                        && replaces(titled, Titled.of(older), fix.product())) {
                    fix.advisories().forEach(advisory -> sources.add(advisory.provider()));
                }
            }
        }
        return sources;
    }

    /** Those fixes of an advisory that are of an update: of its KB numbers, and of the products in its title if there are any. */
    static List<Advisory.Fix> fixes(Advisory advisory, Facts facts) {
        List<Advisory.Fix> all = advisory.fixes().stream()
                .filter(fix -> facts.kbArticles().contains(fix.kb()))
                .toList();
        return ProductName.namedOrAll(all, fix -> ProductName.of(fix.product()), ProductName.words(facts.title()));
    }
}
