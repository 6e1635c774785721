package io.patchbay.catalog.view;

import java.util.BitSet;

/**
 * Finds updates by the words of their stored documents: a term is one of {@link Words#terms}, its last word the
 * beginning of one.
 */
public interface TextIndex {
    /**
     * The content keys of the documents in which the term occurs, as far as the last content key given; perhaps also
     * later ones. Not to be changed.
     */
    BitSet documents(String term, int contents);
}
