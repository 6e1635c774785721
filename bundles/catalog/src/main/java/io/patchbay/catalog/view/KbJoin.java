package io.patchbay.catalog.view;

import io.patchbay.model.Advisory;
import io.patchbay.model.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
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
    private final Map<String, List<Row>> byKb = new HashMap<>();

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
                byKb.computeIfAbsent(kb, key -> new ArrayList<>()).add(row);
            }
        }
    }

    /** What is said of each update whose KB number an advisory names, by key. */
    Map<Integer, Advised> advised() {
        Map<Integer, Advised> advised = new HashMap<>();
        for (String kb : fixes.kbs()) {
            for (Row row : byKb.getOrDefault(kb, List.of())) {
                advised.merge(row.key(), advised(kb, row.facts()), (a, b) -> Advised.all(List.of(a, b)));
            }
        }
        return advised;
    }

    private Advised advised(String kb, Facts facts) {
        SortedSet<AdvisoryFacts> advisories = new TreeSet<>();
        Severity worst = Severity.UNSPECIFIED;
        for (KbFixes.Fix fix : fixes.of(kb, facts.title()).values()) {
            advisories.addAll(fix.advisories());
            worst = worst.max(fix.worst());
        }
        return new Advised(new TreeSet<>(Set.of(facts.id())), advisories, worst);
    }

    /** What replaces what, as KB numbers: only between updates of one type and, by their titles, of one product. */
    EdgeList links() {
        EdgeList links = new EdgeList();
        for (String kb : fixes.kbs()) {
            for (Row newer : byKb.getOrDefault(kb, List.of())) {
                link(links, kb, newer);
            }
        }
        return links;
    }

    private void link(EdgeList links, String kb, Row newer) {
        fixes.of(kb, newer.facts().title()).forEach((product, fix) -> {
            for (String superseded : fix.superseded()) {
                for (Row older : byKb.getOrDefault(superseded, List.of())) {
                    if (newer.isGivenOut() && replaces(newer.facts(), older.facts(), product)) {
                        links.add(newer.key(), older.key());
                    }
                }
            }
        });
    }

    /** Titles that name the product in words of their own must be the same but for month and KB number. */
    private static boolean replaces(Facts newer, Facts older, String product) {
        if (newer.type() != older.type() || newer.id().equals(older.id())) {
            return false;
        }
        return ProductName.isNamed(product, Words.of(newer.title()))
                ? ProductName.isNamed(product, Words.of(older.title()))
                : generalTitle(newer).equals(generalTitle(older));
    }

    private static String generalTitle(Facts facts) {
        return MONTH_OR_KB.matcher(facts.title()).replaceAll("");
    }

    /** The providers whose advisories say that the one replaces the other. */
    static Set<String> sources(Advisories advisories, Facts newer, Facts older) {
        Set<String> sources = new LinkedHashSet<>();
        for (String kb : newer.kbArticles()) {
            advisories.fixes().of(kb, newer.title()).forEach((product, fix) -> {
                if (older.kbArticles().stream().anyMatch(fix.superseded()::contains)
                        && replaces(newer, older, product)) {
                    fix.advisories().forEach(advisory -> sources.add(advisory.provider()));
                }
            });
        }
        return sources;
    }

    /** Those fixes of an advisory that are of an update: of its KB numbers, and of the products in its title if there are any. */
    static List<Advisory.Fix> fixes(Advisory advisory, Facts facts) {
        List<Advisory.Fix> all = advisory.fixes().stream()
                .filter(fix -> facts.kbArticles().contains(fix.kb()))
                .toList();
        String title = Words.of(facts.title());
        List<Advisory.Fix> named = all.stream()
                .filter(fix -> ProductName.isNamed(ProductName.of(fix.product()), title))
                .toList();
        return named.isEmpty() ? all : named;
    }
}
