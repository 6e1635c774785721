package io.patchbay.feeds;

import io.patchbay.model.Cve;
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
     * @param vendor as the record spells it, often {@code n/a}
     * @param product likewise
     */
    public record Affected(String vendor, String product, List<CveRange> ranges) {
        public Affected {
            ranges = List.copyOf(ranges);
        }

        private boolean has(CveProduct product, String release) {
            return product.isNamed(vendor, this.product)
                    && ranges.stream().anyMatch(range -> range.contains(product.scheme(), release));
        }
    }

    public CveRecord {
        affected = List.copyOf(affected);
    }

    /** Whether the record names the product at all. */
    public boolean names(CveProduct product) {
        return affected.stream().anyMatch(a -> product.isNamed(a.vendor(), a.product()));
    }

    /** Whether this version of the product is affected, by anybody's word. */
    public boolean affects(CveProduct product, String version) {
        return !rejected && affected.stream().anyMatch(a -> a.has(product, version));
    }

    /**
     * Whether a release fixes it: it is not affected, and the release before it is.
     *
     * @param before the release before it in the same line
     */
    public boolean isFixedBy(CveProduct product, String release, String before) {
        return affects(product, before) && !affects(product, release);
    }
}
