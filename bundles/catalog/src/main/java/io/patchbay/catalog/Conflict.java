package io.patchbay.catalog;

import io.patchbay.model.UpdateId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that providers contradict each other in. The catalogue serves what the provider says that is heard first.
 *
 * @param id the update
 * @param title its title
 * @param subject what it is about, such as {@code severity}
 * @param values what each provider says, by its id
 */
public record Conflict(UpdateId id, String title, String subject, SortedMap<String, String> values) {
    public Conflict {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
