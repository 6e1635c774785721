package io.patchbay.catalog.view;

import io.patchbay.model.Advisory;
import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What views need of an advisory.
 *
 * @param provider whose advisory it is
 * @param id what the provider calls it
 * @param hash of the stored document
 * @param cves the ids of the vulnerabilities that it is about
 * @param threat the worst that it says of them
 * @param fixes the distinct fixes that have a KB number
 */
public record AdvisoryFacts(
        String provider, String id, ContentHash hash, List<String> cves, Threat threat, List<Fix> fixes)
        implements Comparable<AdvisoryFacts> {
    private static final Comparator<AdvisoryFacts> ORDER =
            Comparator.comparing(AdvisoryFacts::id).thenComparing(AdvisoryFacts::provider);

    /**
     * A fix of one product; see {@link Advisory.Fix}.
     *
     * @param kb digits
     */
    public record Fix(String kb, String product, Severity severity, List<String> supersededKbs) {
        private static Fix of(Advisory.Fix fix, UnaryOperator<String> pool) {
            return new Fix(
                    pool.apply(fix.kb()),
                    pool.apply(Facts.plain(fix.product())),
                    fix.severity(),
                    fix.supersededKbs().stream().map(pool).toList());
        }
    }

    /**
     * Reads them off an advisory.
     *
     * @param pool gives one object for all texts that are equal, since a year's advisories name the same few products and KB numbers
     */
    public static AdvisoryFacts of(String provider, Advisory advisory, ContentHash hash, UnaryOperator<String> pool) {
        Set<Fix> fixes = new LinkedHashSet<>();
        for (Advisory.Fix fix : advisory.fixes()) {
            if (!fix.kb().isEmpty()) {
                fixes.add(Fix.of(fix, pool));
            }
        }
        List<String> cves = advisory.cves().stream().map(Cve::id).distinct().toList();
        Threat threat = Threat.of(advisory.cves());
        return new AdvisoryFacts(provider, advisory.id(), hash, cves, threat, List.copyOf(fixes));
    }

    /** Advisories of one generation by id. */
    @Override
    public int compareTo(AdvisoryFacts other) {
        return ORDER.compare(this, other);
    }

    /** Whether it is about something else than vulnerabilities, and so is known by its own id. */
    boolean isAdvice() {
        return cves.isEmpty();
    }
}
