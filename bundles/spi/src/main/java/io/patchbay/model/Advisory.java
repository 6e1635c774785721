package io.patchbay.model;

import io.patchbay.model.Installation.Reboot;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an authority says about vulnerabilities and what fixes them, such as an entry of MSRC's guide. It is no update: the catalogue joins its
 * fixes to updates, by KB number and product, or by product and version. Two equal advisories say the same.
 *
 * @param id what the authority calls it, such as {@code CVE-2020-17095} or {@code ADV200013}; unique within its provider
 * @param title one line; blank if the authority gives none
 * @param cves the vulnerabilities that it is about; empty for advice on something else
 * @param published when it was first published; null if it does not say
 * @param revised when it was last revised; null if it does not say
 * @param links pages about it
 * @param fixes what fixes it, in the order of the documents; empty if nothing does, or if there is nothing to install
 * @param documents the names of the snapshot's documents that say all this
 */
public record Advisory(
        String id,
        String title,
        List<Cve> cves,
        @Nullable LocalDate published,
        @Nullable LocalDate revised,
        List<URI> links,
        List<Fix> fixes,
        List<String> documents) {
    /**
     * What fixes one product.
     *
     * @param kb the number of the Microsoft Knowledge Base article that describes the fix, digits only; blank if none does
     * @param product the product, as the authority names it
     * @param fixedVersion the version of the product that is fixed, such as {@code 10.0.17763.1637}; blank if the authority does not say
     * @param kind what sort of fix it is in the authority's words, such as {@code Monthly Rollup}; blank if it does not say
     * @param severity how bad it is for this product
     * @param impact what an attacker gains with this product, such as {@code Remote Code Execution}; blank if the authority does not say
     * @param restart whether installing restarts the endpoint; null if the authority does not say
     * @param supersededKbs the numbers of the KB articles whose fixes this one replaces
     * @param address where to get it, or to read about it; null if the authority does not say
     */
    public record Fix(
            String kb,
            String product,
            String fixedVersion,
            String kind,
            Severity severity,
            String impact,
            @Nullable Reboot restart,
            List<String> supersededKbs,
            @Nullable URI address) {
        /** Refuses a KB number that has anything but digits, with {@link IllegalArgumentException}. */
        public Fix {
            Objects.requireNonNull(product);
            Objects.requireNonNull(fixedVersion);
            Objects.requireNonNull(kind);
            Objects.requireNonNull(severity);
            Objects.requireNonNull(impact);
            supersededKbs = List.copyOf(supersededKbs);
            checkKb(kb);
            supersededKbs.forEach(Fix::checkKb);
        }

        private static void checkKb(String kb) {
            for (int i = 0; i < kb.length(); i++) {
                if (kb.charAt(i) < '0' || kb.charAt(i) > '9') {
                    throw new IllegalArgumentException("not a KB number: " + kb);
                }
            }
        }
    }

    public Advisory {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an advisory needs an id");
        }
        Objects.requireNonNull(title);
        cves = List.copyOf(cves);
        links = List.copyOf(links);
        fixes = List.copyOf(fixes);
        documents = List.copyOf(documents);
    }
}
