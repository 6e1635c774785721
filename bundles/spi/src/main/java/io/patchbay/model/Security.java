package io.patchbay.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an update matters.
 *
 * @param severity the rating in Microsoft's words
 * @param vendorSeverity the rating in the vendor's own words; null if it gives none
 * @param bulletins ids of security bulletins and advisories: {@code MS16-039}, {@code mfsa2024-70}
 * @param cves the vulnerabilities fixed; one id may stand there once for each source that rates it
 */
public record Security(Severity severity, @Nullable String vendorSeverity, List<String> bulletins, List<Cve> cves) {
    /** No rating and no vulnerabilities known. */
    public static final Security UNSPECIFIED = new Security(Severity.UNSPECIFIED, null, List.of(), List.of());

    public Security {
        Objects.requireNonNull(severity);
        bulletins = List.copyOf(bulletins);
        cves = List.copyOf(cves);
    }

    /** What fixes these: as severe as the worst of them, in whose source's words. Unrated ones change nothing. */
    public static Security worstOf(List<String> bulletins, List<Cve> cves) {
        Severity severity = Severity.UNSPECIFIED;
        String words = null;
        for (Cve cve : cves) {
            if (cve.severity().compareTo(severity) > 0) {
                severity = cve.severity();
                words = cve.vendorSeverity();
            }
        }
        return new Security(severity, words, bulletins, cves);
    }
}
