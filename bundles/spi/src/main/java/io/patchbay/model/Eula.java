package io.patchbay.model;

import java.util.Map;
import java.util.Objects;

/**
 * A licence that must be accepted before the update is installed.
 *
 * @param id the vendor's id of the licence, or its name
 * @param texts the text, or the address or file that holds it, by language; empty if the feed only names the licence
 * @param reacceptance whether it must be accepted again although an earlier revision was
 */
public record Eula(String id, Map<String, String> texts, boolean reacceptance) {
    public Eula {
        Objects.requireNonNull(id);
        texts = Sorted.copy(texts);
    }
}
