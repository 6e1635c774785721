package io.patchbay.feeds;

import io.patchbay.model.Cve;
import io.patchbay.model.VersionScheme;
import io.patchbay.model.VersionScheme.Place;
import java.util.List;

/**
 * A record of the CVE list (CVE JSON 5): a vulnerability, how bad it is, and in which versions of what.
 *
 * @param cve the vulnerability as the newest metric rates it: that of the authority that assigned the id, else that of another
 * @param rejected whether the id was withdrawn: such a record says nothing
 * @param affected what is affected, by the word of anybody who contributed to the record
 */
public record CveRecord(Cve cve, boolean rejected, List<Affected> affected) {
    /**
     * Versions of a product that are affected.
     *
     * @param product its vendor, often {@code n/a}, and its name, without what does not count of their {@linkplain CveProduct#plain spelling}
     */
    public record Affected(String product, List<CveRange> ranges) {
        public Affected {
            ranges = List.copyOf(ranges);
        }

        private boolean has(CveProduct of, Place release) {
            return of.isNamed(product) && hasInRange(of.scheme(), release);
        }

        private boolean hasInRange(VersionScheme scheme, Place release) {
            for (CveRange range : ranges) {
                if (range.contains(scheme, release)) {
                    return true;
                }
            }
            return false;
        }
    }

    public CveRecord {
        affected = List.copyOf(affected);
    }

    /** Whether the record names the product at all. */
    public boolean names(CveProduct product) {
        return affected.stream().anyMatch(a -> product.isNamed(a.product()));
    }

    /** Whether this version of the product is affected, by anybody's word. */
    public boolean affects(CveProduct product, String version) {
        return affects(product, product.place(version));
    }

    private boolean affects(CveProduct product, Place version) {
        return !rejected && hasAffected(product, version);
    }

    private boolean hasAffected(CveProduct product, Place version) {
        for (Affected some : affected) {
            if (some.has(product, version)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a release fixes it: it is not affected, and the release before it is.
     *
     * @param before the release before it in the same line
     */
    public boolean isFixedBy(CveProduct product, String release, String before) {
        return isFixedBy(product, product.place(release), product.place(before));
    }

    boolean isFixedBy(CveProduct product, Place release, Place before) {
        return affects(product, before) && !affects(product, release);
    }
}
