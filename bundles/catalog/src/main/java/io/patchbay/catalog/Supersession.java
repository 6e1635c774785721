package io.patchbay.catalog;

import io.patchbay.model.UpdateId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * That one update replaces another.
 *
 * @param superseding the one that replaces
 * @param superseded the one that is replaced
 * @param sources who says so: ids of providers, or {@code line} where the one is the newest version of the other's line
 */
public record Supersession(UpdateId superseding, UpdateId superseded, SortedSet<String> sources) {
    /** The source that is no provider: what the versions of a line say by themselves. */
    public static final String LINE = "line";

    public Supersession {
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }
}
