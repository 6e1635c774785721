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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out the next generation from a view and what a provider's candidate saw. Used once. */
public final class Planner {
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
        Row old = base.row(staged.key());
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
        Supersedence supersedence = Supersedence.of(all.served(), all.byId());
        markSuperseded(supersedence, all);
        return result(new View(generation, base.contents() + newDocuments, base.ranking(), all, supersedence));
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

    private void markSuperseded(Supersedence supersedence, Rows all) {
        for (int key = 1; key <= base.size(); key++) {
            Row row = all.served()[key];
            if (row != null && !isChanged(all.of(row.facts().id()))) {
                mark(row(key), supersedence.isSuperseded(key), all);
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

    private void mark(Row row, boolean superseded, Rows all) {
        if (superseded != base.isSuperseded(row.facts().id())) {
            set(row.with(row.state(), generation), superseded ? Kind.SUPERSEDED : Kind.CURRENT);
            all.replace(row(row.key()));
        }
    }

    private Plan result(View after) {
        List<RowChange> changes = new ArrayList<>();
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        int unchanged = seen.cardinality();
        for (int key = 1; key <= size; key++) {
            Kind kind = kinds[key];
            if (kind != null) {
                changes.add(new RowChange(row(key), told(after, row(key).facts().id(), kind)));
                counts.merge(kind, 1, Integer::sum);
                unchanged -= seen.get(key) ? 1 : 0;
            }
        }
        return new Plan(base, after, changes, newDocuments, counts(counts, unchanged));
    }

    /** What happens to an update, if something happens to what one of several providers says of it. */
    private Kind told(View after, UpdateId id, Kind kind) {
        if (after.said(id).size() == 1 || kind == Kind.SUPERSEDED || kind == Kind.CURRENT) {
            return kind;
        }
        Row before = base.find(id);
        return before == null
                ? Kind.ADDED
                : kind(before.state(), after.served(id).state());
    }

    private static ChangeCounts counts(Map<Kind, Integer> kinds, int unchanged) {
        return new ChangeCounts(
                count(kinds, Kind.ADDED) + count(kinds, Kind.RESTORED),
                count(kinds, Kind.CHANGED),
                count(kinds, Kind.SUPERSEDED) + count(kinds, Kind.CURRENT),
                count(kinds, Kind.WITHDRAWN),
                unchanged);
    }

    private static int count(Map<Kind, Integer> kinds, Kind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    private Row row(int key) {
        return Objects.requireNonNull(rows[key]);
    }
}
