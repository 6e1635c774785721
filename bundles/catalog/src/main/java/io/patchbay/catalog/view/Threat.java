package io.patchbay.catalog.view;

import io.patchbay.model.Cve;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The worst that any source says of vulnerabilities.
 *
 * @param exploited whether one of them is used in attacks
 * @param score the highest CVSS base score, 0 to 10; null if nobody gives one
 */
public record Threat(boolean exploited, @Nullable Double score) {
    /** Nothing is said, or there are none. */
    public static final Threat NONE = new Threat(false, null);

    static Threat of(Collection<Cve> cves) {
        Threat worst = NONE;
        for (Cve cve : cves) {
            worst = worst.worst(new Threat(cve.exploited(), cve.score()));
        }
        return worst;
    }

    /** What is so bad as both are. */
    Threat worst(Threat other) {
        if (other.equals(NONE)) {
            return this;
        }
        return new Threat(exploited || other.exploited, highest(score, other.score));
    }

    private static @Nullable Double highest(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
