package io.patchbay.catalog;

import io.patchbay.model.Part;
import io.patchbay.model.Update;
import java.util.SortedMap;

/**
 * Everything about one update.
 *
 * @param entry what lists show
 * @param update the content, as the provider gave it
 * @param provenance for each part that a provider gave, who said so and where
 */
public record Details(Entry entry, Update update, SortedMap<Part, Provenance> provenance) {}
