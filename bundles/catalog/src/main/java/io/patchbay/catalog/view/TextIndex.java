package io.patchbay.catalog.view;

import java.util.BitSet;

/** Finds stored documents by their words. */
@FunctionalInterface
public interface TextIndex {
    /** The content keys of the documents in which this term of {@link Words#terms} occurs, its last word as the beginning of one. */
    BitSet find(String term);
}
