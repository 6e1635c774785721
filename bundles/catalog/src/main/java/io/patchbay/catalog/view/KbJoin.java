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

/**
 * Finds the updates of which advisories speak. KB numbers are Microsoft's: what other companies write in their place, even if digits, is
 * no KB number.
 */
final class KbJoin {
    private static final String MICROSOFT = "microsoft";

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
        for (KbFixes.Fix fix : fixes.of(kb, facts.title())) {
            advisories.addAll(fix.advisories());
            worst = worst.max(fix.worst());
        }
        return new Advised(new TreeSet<>(Set.of(facts.id())), advisories, worst);
    }

    /** What replaces what, as KB numbers: only where both titles name the product, and between updates of one type. */
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
        fixes.named(kb, newer.facts().title()).forEach((product, fix) -> {
            for (String superseded : fix.superseded()) {
                for (Row older : byKb.getOrDefault(superseded, List.of())) {
                    if (replaces(newer, older, product)) {
                        links.add(newer.key(), older.key());
                    }
                }
            }
        });
    }

    private static boolean replaces(Row newer, Row older, String product) {
        return newer.isOffered()
                && newer.key() != older.key()
                && newer.facts().type() == older.facts().type()
                && ProductName.isNamed(product, Words.of(older.facts().title()));
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

    /** The providers whose advisories say that the one replaces the other. */
    static Set<String> sources(Advisories advisories, Facts newer, Facts older) {
        Set<String> sources = new LinkedHashSet<>();
        String title = Words.of(older.title());
        for (String kb : newer.kbArticles()) {
            advisories.fixes().named(kb, newer.title()).forEach((product, fix) -> {
                if (older.kbArticles().stream().anyMatch(fix.superseded()::contains)
                        && ProductName.isNamed(product, title)) {
                    fix.advisories().forEach(advisory -> sources.add(advisory.provider()));
                }
            });
        }
        return sources;
    }
}
