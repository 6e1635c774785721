package io.patchbay.catalog.view;

import io.patchbay.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What advisories say of the fixes that KB articles describe, by KB number and product. */
final class KbFixes {
    /** By KB number, what is said of it by the {@linkplain ProductName name} of the product. */
    private final Map<String, Map<String, Fix>> byKb = new HashMap<>();

    private final Set<String> supersededKbs = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    /** What all advisories together say of the fix of one product by one KB article. */
    static final class Fix {
        private final String product;
        private final List<AdvisoryFacts> advisories = new ArrayList<>();
        private final Set<String> superseded = new LinkedHashSet<>();
        private Severity worst = Severity.UNSPECIFIED;

        Fix(String product) {
            this.product = product;
        }

        /** The name of the product. */
        String product() {
            return product;
        }

        /** Those that say so. */
        List<AdvisoryFacts> advisories() {
            return advisories;
        }

        /** The KB articles that describe the fixes that this one replaces. */
        Set<String> superseded() {
            return superseded;
        }

        /** The worst rating for the product. */
        Severity worst() {
            return worst;
        }

        /** The fixes of one advisory come together. */
        private void add(AdvisoryFacts advisory, AdvisoryFacts.Fix fix) {
            if (advisories.isEmpty() || advisory.compareTo(advisories.get(advisories.size() - 1)) != 0) {
                advisories.add(advisory);
            }
            superseded.addAll(fix.supersededKbs());
            worst = worst.max(fix.severity());
        }
    }

    private KbFixes() {}

    static KbFixes of(Collection<AdvisoryFacts> advisories) {
        KbFixes all = new KbFixes();
        for (AdvisoryFacts advisory : advisories) {
            for (AdvisoryFacts.Fix fix : advisory.fixes()) {
                all.add(advisory, fix);
            }
        }
        return all;
    }

    private void add(AdvisoryFacts advisory, AdvisoryFacts.Fix fix) {
        String name = names.computeIfAbsent(fix.product(), ProductName::of);
        byKb.computeIfAbsent(fix.kb(), kb -> new TreeMap<>())
                .computeIfAbsent(name, Fix::new)
                .add(advisory, fix);
        supersededKbs.addAll(fix.supersededKbs());
    }

    /** Whether any of them names this KB number, as a fix or as one that is replaced. */
    boolean speakOf(String kb) {
        return byKb.containsKey(kb) || supersededKbs.contains(kb);
    }

    /** The KB numbers of fixes. */
    Set<String> kbs() {
        return Collections.unmodifiableSet(byKb.keySet());
    }

    /**
     * What is said of an update of a KB number: of the products in its title, or of all products if its title names none of them.
     *
     * @param words of the title; see {@link ProductName#words}
     */
    List<Fix> of(String kb, String words) {
        Map<String, Fix> all = byKb.getOrDefault(kb, Map.of());
        return ProductName.namedOrAll(all.values(), Fix::product, words);
    }
}
