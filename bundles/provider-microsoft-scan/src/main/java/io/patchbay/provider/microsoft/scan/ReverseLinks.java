package io.patchbay.provider.microsoft.scan;

import java.util.Arrays;

/**
 * Links turned round: package.xml says which revisions supersede or bundle an update, and what is wanted is which rows an update
 * supersedes or bundles.
 */
final class ReverseLinks {
    private final int[] ends;
    private final int[] sources;

    /**
     * Turns links round. A link to a revision that the file does not have leads nowhere and is left out.
     *
     * @param links for each row the RevisionIds it links to
     */
    ReverseLinks(IntRows links, RevisionOrder order) {
        int[] counts = new int[order.size() + 1];
        forEach(links, order, (source, target) -> counts[target + 1]++);
        for (int row = 0; row < order.size(); row++) {
            counts[row + 1] += counts[row];
        }
        ends = counts;
        sources = new int[counts[order.size()]];
        int[] next = counts.clone();
        forEach(links, order, (source, target) -> sources[next[target]++] = source);
    }

    private interface Link {
        void accept(int source, int target);
    }

    private static void forEach(IntRows links, RevisionOrder order, Link link) {
        for (int source = 0; source < links.rows(); source++) {
            for (int i = links.start(source); i < links.end(source); i++) {
                int target = order.find(links.get(i));
                if (target >= 0) {
                    link.accept(source, target);
                }
            }
        }
    }

    /** The rows that link to this one, in ascending order. */
    int[] to(int row) {
        return Arrays.copyOfRange(sources, ends[row], ends[row + 1]);
    }
}
