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
        int[] targets = targets(links, order);
        ends = ends(targets, order.size());
        sources = new int[ends[order.size()]];
        int[] next = ends.clone();
        for (int source = 0; source < links.rows(); source++) {
            for (int i = links.start(source); i < links.end(source); i++) {
                if (targets[i] >= 0) {
                    sources[next[targets[i]]++] = source;
                }
            }
        }
    }

    /** The row that each link leads to; -1 if to none. */
    private static int[] targets(IntRows links, RevisionOrder order) {
        int[] targets = new int[links.size()];
        for (int i = 0; i < targets.length; i++) {
            targets[i] = order.find(links.get(i));
        }
        return targets;
    }

    /** By row, how many links lead to the rows before it. */
    private static int[] ends(int[] targets, int rows) {
        int[] ends = new int[rows + 1];
        for (int target : targets) {
            if (target >= 0) {
                ends[target + 1]++;
            }
        }
        for (int row = 0; row < rows; row++) {
            ends[row + 1] += ends[row];
        }
        return ends;
    }

    /** The rows that link to this one, in ascending order. */
    int[] to(int row) {
        return Arrays.copyOfRange(sources, ends[row], ends[row + 1]);
    }
}
