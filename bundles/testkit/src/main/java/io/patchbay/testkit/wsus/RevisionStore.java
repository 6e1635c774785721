package io.patchbay.testkit.wsus;

import io.patchbay.model.UpdateId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The revisions that a server has, and with which change each came. */
final class RevisionStore {
    private final Map<UpdateId, Map<Integer, Change>> updates = new LinkedHashMap<>();
    private final Set<String> poisoned = new HashSet<>();
    private int changes;

    /** A revision and the number of the change that it came with. */
    private record Change(StoredUpdate update, int number) {}

    /** Adds revisions with one change; of their updates, no other revisions stay. */
    void replace(List<StoredUpdate> revisions) {
        revisions.forEach(update -> revisions(update.id()).clear());
        add(revisions);
    }

    /** Adds revisions with one change. */
    void add(List<StoredUpdate> revisions) {
        changes++;
        for (StoredUpdate update : revisions) {
            revisions(update.id()).put(update.revision(), new Change(update, changes));
        }
    }

    private Map<Integer, Change> revisions(UpdateId id) {
        return updates.computeIfAbsent(id, unknown -> new TreeMap<>());
    }

    void remove(UpdateId id) {
        updates.remove(id);
    }

    void poison(UpdateId id, int revision) {
        poisoned.add(id + "/" + revision);
    }

    boolean isPoisoned(UpdateId id, int revision) {
        return poisoned.contains(id + "/" + revision);
    }

    /** How many changes there were. */
    int changes() {
        return changes;
    }

    Optional<StoredUpdate> find(UpdateId id, int revision) {
        return Optional.ofNullable(updates.getOrDefault(id, Map.of()).get(revision))
                .map(Change::update);
    }

    List<StoredUpdate> list(RevisionQuery query) {
        return updates.values().stream()
                .flatMap(revisions -> revisions.values().stream())
                .filter(change -> query.lists(change.update(), change.number()))
                .map(Change::update)
                .toList();
    }
}
