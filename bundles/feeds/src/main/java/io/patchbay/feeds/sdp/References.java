package io.patchbay.feeds.sdp;

import io.patchbay.model.Relationships;
import io.patchbay.model.UpdateId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packages that those of a catalogue demand: prerequisites, and what they bundle. What a package supersedes is none of them, because
 * importers take it whether they know that or not.
 */
final class References {
    private final Set<UpdateId> written = new HashSet<>();
    private final Map<UpdateId, List<SortedSet<UpdateId>>> demanded = new TreeMap<>();

    /** Takes a package that was written. */
    void add(SdpPackage next) {
        UpdateId id = next.update().id();
        written.add(id);
        Relationships relationships = next.update().relationships();
        List<SortedSet<UpdateId>> groups = new ArrayList<>(relationships.prerequisites());
        relationships.bundles().stream()
                .filter(group -> !SdpPackage.isItem(group, next.items()))
                .forEach(groups::add);
        if (!groups.isEmpty()) {
            demanded.put(id, groups);
        }
    }

    /** Tells of the packages that demand what the catalogue lacks, in the order of their ids. */
    void tell(SdpWriter.Refusals told) {
        demanded.forEach((id, groups) -> {
            NavigableSet<UpdateId> missing = missing(groups);
            if (!missing.isEmpty()) {
                told.unresolved(id, missing);
            }
        });
    }

    private NavigableSet<UpdateId> missing(List<SortedSet<UpdateId>> groups) {
        NavigableSet<UpdateId> missing = new TreeSet<>();
        groups.stream()
                .filter(group -> group.stream().noneMatch(written::contains))
                .forEach(missing::addAll);
        return missing;
    }
}
