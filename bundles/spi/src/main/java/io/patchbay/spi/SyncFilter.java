package io.patchbay.spi;

import java.util.Set;

/**
 * What the operator wants from an upstream that can be asked for less than everything. An empty set means everything.
 *
 * @param products names or ids of products
 * @param classifications titles or ids of classifications
 * @param languages languages as the upstream writes them
 */
public record SyncFilter(Set<String> products, Set<String> classifications, Set<String> languages) {
    /** No restriction. */
    public static final SyncFilter EVERYTHING = new SyncFilter(Set.of(), Set.of(), Set.of());

    public SyncFilter {
        products = Set.copyOf(products);
        classifications = Set.copyOf(classifications);
        languages = Set.copyOf(languages);
    }
}
