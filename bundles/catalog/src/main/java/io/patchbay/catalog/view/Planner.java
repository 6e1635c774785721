package io.patchbay.catalog.view;

import io.patchbay.catalog.Change.Kind;
import io.patchbay.catalog.ChangeCounts;
import io.patchbay.catalog.Entry.State;
import io.patchbay.catalog.view.Plan.RowChange;
import io.patchbay.model.UpdateId;
import io.patchbay.spi.Snapshot.Extent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out the next generation from a view and what a provider's candidate saw. Used once. */
public final class Planner {
    /** What happens to updates of which nothing new is said. */
    private static final Set<Kind> FOLLOWING = EnumSet.of(Kind.SUPERSEDED, Kind.CURRENT, Kind.RATED);

    private final View base;
    private final String provider;
    private final Extent extent;
    private final LocalDate today;
    private final long generation;
    private final BitSet seen;
    private @Nullable Row[] rows;
    private @Nullable Kind[] kinds;
    private int size;
    private int newDocuments;
    private Advisories.Changes advisories = new Advisories.Changes(List.of(), List.of());
    private int unchangedAdvisories;

    /**
     * Starts from a view.
     *
     * @param seen the keys of the rows that the candidate has, whether with new content or not
     */
    public Planner(View base, String provider, Extent extent, BitSet seen, LocalDate today) {
        this.base = base;
        this.provider = provider;
        this.extent = extent;
        this.today = today;
        this.generation = base.generation() + 1;
        this.seen = (BitSet) seen.clone();
        this.size = base.size();
        this.rows = base.said();
        this.kinds = new Kind[size + 1];
    }

    /** Takes over an update with new content. */
    public void stage(Staged staged) {
        newDocuments++;
        if (staged.key() == 0) {
            add(staged);
        } else {
            amend(staged);
        }
    }

    /**
     * Takes over advisories.
     *
     * @param ids of all that the candidate has
     * @param changed those that are new or have new content
     */
    public void stage(Set<String> ids, List<AdvisoryFacts> changed) {
        List<AdvisoryFacts> dropped = extent == Extent.FULL ? base.advisories().others(provider, ids) : List.of();
        advisories = new Advisories.Changes(changed, dropped);
        unchangedAdvisories = ids.size() - changed.size();
    }

    private void add(Staged staged) {
        size++;
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            kinds = Arrays.copyOf(kinds, 2 * size);
        }
        seen.set(size);
        set(row(size, 1, today, staged), Kind.ADDED);
    }

    private void amend(Staged staged) {
        Row old = base.said(staged.key());
        Row row = row(old.key(), old.revision() + 1, old.firstSeen(), staged);
        set(row, kind(old.state(), row.state()));
    }

    private Row row(int key, int revision, LocalDate firstSeen, Staged staged) {
        Facts facts = staged.facts();
        int content = base.contents() + newDocuments;
        return new Row(key, provider, published(facts), revision, content, staged.hash(), firstSeen, generation, facts);
    }

    private static State published(Facts facts) {
        return facts.expired() ? State.EXPIRED : State.PUBLISHED;
    }

    private static Kind kind(State before, State after) {
        if (before != State.PUBLISHED && after == State.PUBLISHED) {
            return Kind.RESTORED;
        }
        return before == State.PUBLISHED && after != State.PUBLISHED ? Kind.WITHDRAWN : Kind.CHANGED;
    }

    private void set(Row row, Kind kind) {
        rows[row.key()] = row;
        kinds[row.key()] = kind;
    }

    /** The plan, once everything is staged. */
    public Plan plan() {
        rows = Arrays.copyOf(rows, size + 1);
        kinds = Arrays.copyOf(kinds, size + 1);
        restore();
        if (extent == Extent.FULL) {
            withdraw();
        }
        Rows all = Rows.of(rows, base.ranking());
        Advisories advice = base.advisories().with(advisories);
        Supersedence supersedence = Supersedence.join(all, advice);
        Parts parts = Parts.of(all, supersedence);
        markFollowers(supersedence, parts, all);
        int contents = base.contents() + newDocuments;
        return result(new View(generation, contents, base.ranking(), all, advice, supersedence, parts));
    }

    private void restore() {
        for (int key = seen.nextSetBit(0); key >= 0 && key <= base.size(); key = seen.nextSetBit(key + 1)) {
            Row row = row(key);
            if (kinds[key] == null && row.state() == State.WITHDRAWN) {
                set(row.with(published(row.facts()), generation), Kind.RESTORED);
            }
        }
    }

    private void withdraw() {
        Map<String, LinePosition> newest = newestSeen();
        for (int key = seen.nextClearBit(1); key <= base.size(); key = seen.nextClearBit(key + 1)) {
            Row row = row(key);
            if (row.provider().equals(provider) && row.isOffered() && !isOlder(row, newest)) {
                set(row.with(State.WITHDRAWN, generation), Kind.WITHDRAWN);
            }
        }
    }

    private Map<String, LinePosition> newestSeen() {
        Map<String, LinePosition> newest = new HashMap<>();
        for (int key = seen.nextSetBit(0); key >= 0; key = seen.nextSetBit(key + 1)) {
            LinePosition position = row(key).facts().position();
            if (position != null && row(key).isOffered()) {
                newest.merge(position.line(), position, (a, b) -> a.compareVersion(b) >= 0 ? a : b);
            }
        }
        return newest;
    }

    private static boolean isOlder(Row row, Map<String, LinePosition> newest) {
        LinePosition position = row.facts().position();
        LinePosition head = position == null ? null : newest.get(position.line());
        return position != null && head != null && position.compareVersion(head) < 0;
    }

    /** Marks what changes only because of what is said of other updates, or in advisories. */
    private void markFollowers(Supersedence supersedence, Parts parts, Rows all) {
        for (int key = 1; key <= base.size(); key++) {
            Row row = all.served()[key];
            if (row != null && !isChanged(all.of(row.facts().id()))) {
                Kind kind = kind(row, supersedence, parts);
                if (kind != null) {
                    mark(key, kind, all);
                }
            }
        }
    }

    private boolean isChanged(List<Row> group) {
        for (Row row : group) {
            if (kinds[row.key()] != null) {
                return true;
            }
        }
        return false;
    }

    /** What happens to an update of which nothing new is said; null if nothing. */
    private @Nullable Kind kind(Row row, Supersedence supersedence, Parts parts) {
        Row before = base.served(row.facts().id());
        boolean superseded = supersedence.isSuperseded(row.key());
        if (superseded != base.isSuperseded(before)) {
            return superseded ? Kind.SUPERSEDED : Kind.CURRENT;
        }
        boolean current = parts.isCurrent(row.key());
        if (current != base.isCurrent(before)) {
            return current ? Kind.CURRENT : Kind.SUPERSEDED;
        }
        return row.facts().isRatedAs(before.facts()) ? null : Kind.RATED;
    }

    private void mark(int key, Kind kind, Rows all) {
        set(row(key).with(row(key).state(), generation), kind);
        all.replace(row(key));
    }

    private Plan result(View after) {
        List<RowChange> changes = new ArrayList<>();
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        int unchanged = seen.cardinality() + unchangedAdvisories;
        for (int key = 1; key <= size; key++) {
            Kind kind = kinds[key];
            if (kind != null) {
                changes.add(new RowChange(row(key), told(after, row(key).facts().id(), kind)));
                counts.merge(kind, 1, Integer::sum);
                unchanged -= seen.get(key) ? 1 : 0;
            }
        }
        return new Plan(base, after, changes, newDocuments, advisories, counts(counts, unchanged));
    }

    /** What happens to an update, if something happens to what one of several providers says of it. */
    private Kind told(View after, UpdateId id, Kind kind) {
        if (after.said(id).size() == 1 || FOLLOWING.contains(kind)) {
            return kind;
        }
        Row before = base.find(id);
        return before == null
                ? Kind.ADDED
                : kind(before.state(), after.served(id).state());
    }

    private ChangeCounts counts(Map<Kind, Integer> kinds, int unchanged) {
        int added = 0;
        for (AdvisoryFacts advisory : advisories.put()) {
            added += base.advisories().find(provider, advisory.id()) == null ? 1 : 0;
        }
        return new ChangeCounts(
                count(kinds, Kind.ADDED) + count(kinds, Kind.RESTORED) + added,
                count(kinds, Kind.CHANGED) + advisories.put().size() - added,
                count(kinds, Kind.SUPERSEDED) + count(kinds, Kind.CURRENT),
                count(kinds, Kind.RATED),
                count(kinds, Kind.WITHDRAWN) + advisories.dropped().size(),
                unchanged);
    }

    private static int count(Map<Kind, Integer> kinds, Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    private Row row(int key) {
        return Objects.requireNonNull(rows[key]);
    }
}
