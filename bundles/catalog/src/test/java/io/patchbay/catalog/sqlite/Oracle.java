package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.Change.Kind;
import io.patchbay.catalog.Entry.State;
import io.patchbay.model.PublicationState;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.Version;
import io.patchbay.spi.Snapshot.Extent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of the catalogue in their plainest form: everything is worked out from scratch, from whole updates. */
final class Oracle {
    /** What is known of one update. */
    record Fact(String provider, State state, int revision, Update update) {
        boolean isOffered() {
            return state == State.PUBLISHED;
        }
    }

    private Map<UpdateId, Fact> facts = new TreeMap<>();

    Map<UpdateId, Fact> facts() {
        return facts;
    }

    /** Commits a snapshot, and gives what changed. */
    Map<UpdateId, Kind> commit(String provider, Extent extent, Collection<Update> seen) {
        Map<UpdateId, Fact> before = facts;
        Map<UpdateId, Set<UpdateId>> supersededBefore = supersededBy();
        facts = new TreeMap<>(before);
        seen.forEach(update -> facts.put(update.id(), seen(provider, update, before.get(update.id()))));
        if (extent == Extent.FULL) {
            withdraw(provider, seen);
        }
        Map<UpdateId, Set<UpdateId>> superseded = supersededBy();
        Map<UpdateId, Kind> changes = new TreeMap<>();
        facts.forEach((id, fact) -> {
            Kind kind = kind(before.get(id), fact);
            if (kind == null && supersededBefore.containsKey(id) != superseded.containsKey(id)) {
                kind = superseded.containsKey(id) ? Kind.SUPERSEDED : Kind.CURRENT;
            }
            if (kind != null) {
                changes.put(id, kind);
            }
        });
        return changes;
    }

    private static Fact seen(String provider, Update update, Fact before) {
        State state = update.publication() == PublicationState.EXPIRED ? State.EXPIRED : State.PUBLISHED;
        if (before == null) {
            return new Fact(provider, state, 1, update);
        }
        int revision = before.revision() + (before.update().equals(update) ? 0 : 1);
        return new Fact(provider, state, revision, update);
    }

    private void withdraw(String provider, Collection<Update> seen) {
        Set<UpdateId> ids = seen.stream().map(Update::id).collect(Collectors.toSet());
        List<Update> published = seen.stream()
                .filter(u -> u.publication() == PublicationState.PUBLISHED)
                .toList();
        facts.replaceAll((id, fact) -> {
            boolean stays = !fact.provider().equals(provider) || !fact.isOffered() || ids.contains(id);
            return stays || published.stream().anyMatch(newer -> isNewer(newer, fact.update()))
                    ? fact
                    : new Fact(provider, State.WITHDRAWN, fact.revision(), fact.update());
        });
    }

    private static boolean isNewer(Update newer, Update older) {
        Version a = newer.release().version();
        Version b = older.release().version();
        return a != null
                && b != null
                && Objects.equals(newer.release().line(), older.release().line())
                && a.isNewerThan(b);
    }

    private static Kind kind(Fact before, Fact after) {
        if (before == null) {
            return Kind.ADDED;
        }
        if (before.isOffered() != after.isOffered()) {
            return after.isOffered() ? Kind.RESTORED : Kind.WITHDRAWN;
        }
        return before.revision() == after.revision() ? null : Kind.CHANGED;
    }

    /** Who replaces whom; only those that are replaced. */
    Map<UpdateId, Set<UpdateId>> supersededBy() {
        Map<UpdateId, Set<UpdateId>> documents = new HashMap<>();
        Map<UpdateId, Set<UpdateId>> lines = new HashMap<>();
        List<Fact> offered = facts.values().stream().filter(Fact::isOffered).toList();
        for (Fact fact : offered) {
            fact.update().relationships().supersedes().stream()
                    .filter(id ->
                            facts.containsKey(id) && !id.equals(fact.update().id()))
                    .forEach(id -> add(documents, fact.update().id(), id));
            if (offered.stream().noneMatch(other -> isNewer(other.update(), fact.update()))) {
                facts.values().stream()
                        .filter(older -> isNewer(fact.update(), older.update()))
                        .forEach(older ->
                                add(lines, fact.update().id(), older.update().id()));
            }
        }
        Map<UpdateId, Set<UpdateId>> kept = new HashMap<>();
        lines.forEach((from, all) -> all.forEach(to -> add(kept, from, to)));
        for (Link link : strongestFirst(documents)) {
            if (!reachable(link.to(), kept).contains(link.from())) {
                add(kept, link.from(), link.to());
            }
        }
        Map<UpdateId, Set<UpdateId>> result = new TreeMap<>();
        kept.forEach((from, all) -> all.forEach(to -> add(result, to, from)));
        return result;
    }

    private record Link(UpdateId from, UpdateId to) {}

    /** What replaces something later is weakest, then what is older itself, then what has the smaller ids. */
    private List<Link> strongestFirst(Map<UpdateId, Set<UpdateId>> edges) {
        List<Link> links = new ArrayList<>();
        edges.forEach((from, all) -> all.forEach(to -> links.add(new Link(from, to))));
        links.sort(Comparator.comparing((Link link) -> !date(link.from()).isBefore(date(link.to())))
                .thenComparing(link -> date(link.from()))
                .thenComparing(Link::from)
                .thenComparing(Link::to)
                .reversed());
        return links;
    }

    private LocalDate date(UpdateId id) {
        LocalDate released = facts.get(id).update().release().released();
        return released == null ? TestCatalog.TODAY : released;
    }

    private static void add(Map<UpdateId, Set<UpdateId>> edges, UpdateId from, UpdateId to) {
        edges.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
    }

    private static Set<UpdateId> reachable(UpdateId start, Map<UpdateId, Set<UpdateId>> edges) {
        Set<UpdateId> reached = new HashSet<>(Set.of(start));
        List<UpdateId> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            UpdateId id = open.remove(open.size() - 1);
            edges.getOrDefault(id, Set.of()).stream().filter(reached::add).forEach(open::add);
        }
        return reached;
    }
}
