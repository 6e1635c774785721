package io.patchbay.provider.microsoft.wsus;

import io.patchbay.model.UpdateId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The highest revision of each update among those that were added, in the order in which the updates came. */
final class HighestRevisions {
    private final Map<UpdateId, Integer> numbers = new LinkedHashMap<>();

    void add(Revision revision) {
        numbers.merge(revision.id(), revision.number(), Math::max);
    }

    void addAll(Collection<Revision> revisions) {
        revisions.forEach(this::add);
    }

    /** Whether the revision is the highest of its update. */
    boolean has(Revision revision) {
        return Integer.valueOf(revision.number()).equals(numbers.get(revision.id()));
    }

    /** Whether the update has a revision, this one or a higher one. */
    boolean reaches(Revision revision) {
        Integer highest = numbers.get(revision.id());
        return highest != null && revision.number() <= highest;
    }

    private Stream<Revision> stream() {
        return numbers.entrySet().stream().map(entry -> new Revision(entry.getKey(), entry.getValue()));
    }

    /** The revisions that others do not have. */
    List<Revision> without(HighestRevisions others) {
        return stream().filter(revision -> !others.has(revision)).toList();
    }
}
