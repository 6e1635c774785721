package io.patchbay.catalog.view;

import io.patchbay.model.UpdateId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What each provider says, by key, and what is served, by key and by update. Of an update of which several providers speak, one row is
 * served: the {@linkplain Merging merged} one, under the key of the provider that leads. What advisories say is added to that. Most updates
 * have one provider and no advisory, and then both are the same row.
 */
final class Rows {
    private final @Nullable Row[] said;
    private final @Nullable Row[] served;
    private final Map<UpdateId, Row> byId;
    /** Of updates with several providers, what they say, in the order in which they are heard. */
    private final Map<UpdateId, List<Row>> shared;
    /** The keys under which nothing is served, because another provider leads. */
    private final BitSet led = new BitSet();

    private Map<Integer, Advised> advised = Map.of();
    private final BitSet advisedKeys = new BitSet();

    private Rows(
            @Nullable Row[] said, @Nullable Row[] served, Map<UpdateId, Row> byId, Map<UpdateId, List<Row>> shared) {
        this.said = said;
        this.served = served;
        this.byId = byId;
        this.shared = shared;
    }

    /** Of what providers say: {@code said[k]} has the key {@code k}, and there is none at 0. The array becomes its own. */
    static Rows of(@Nullable Row[] said, Ranking ranking) {
        Map<UpdateId, Row> byId = new HashMap<>(said.length * 4 / 3 + 1);
        Map<UpdateId, List<Row>> shared = new HashMap<>();
        for (Row row : said) {
            Row other = row == null ? null : byId.putIfAbsent(row.facts().id(), row);
            if (row != null && other != null) {
                shared.computeIfAbsent(row.facts().id(), id -> new ArrayList<>(List.of(other)))
                        .add(row);
            }
        }
        Rows rows = new Rows(said, said.clone(), byId, shared);
        for (List<Row> group : shared.values()) {
            group.sort(ranking.order());
            rows.serve(group);
        }
        return rows;
    }

    private void serve(List<Row> group) {
        for (Row row : group) {
            served[row.key()] = null;
            led.set(row.key());
        }
        Row merged = Merging.of(group);
        led.clear(merged.key());
        serve(merged);
    }

    private void serve(Row row) {
        Advised advice = advised.get(row.key());
        Row whole = advice == null ? row : row.with(advice.on(row.facts()));
        served[row.key()] = whole;
        byId.put(row.facts().id(), whole);
    }

    /** Adds what advisories say to what is served, by key. Only once, and only until a view is made of these. */
    void advise(Map<Integer, Advised> advice) {
        advised = advice;
        for (int key : advice.keySet()) {
            advisedKeys.set(key);
            serve(served(key));
        }
    }

    /** Takes another row in place of the one of its key, with the same facts. Only until a view is made of these. */
    void replace(Row row) {
        said[row.key()] = row;
        List<Row> group = shared.get(row.facts().id());
        if (group == null) {
            serve(row);
            return;
        }
        group.replaceAll(other -> other.key() == row.key() ? row : other);
        serve(group);
    }

    /** The highest key. */
    int size() {
        return said.length - 1;
    }

    /** What one provider says, under its own key, from 1 to {@link #size}. */
    Row said(int key) {
        return Objects.requireNonNull(said[key]);
    }

    /** What each provider says, by key, none at 0; not to be changed. */
    @Nullable
    Row[] said() {
        return said;
    }

    /** The served rows by key, null where another key leads and at 0; not to be changed. */
    @Nullable
    Row[] served() {
        return served;
    }

    /** The row that is served under this key. */
    Row served(int key) {
        return Objects.requireNonNull(served[key]);
    }

    /** What advisories say of the update that is served under a key; null if nothing. */
    @Nullable
    Advised advised(int key) {
        return advised.get(key);
    }

    /** The keys under which something is served of which advisories speak; a new set. */
    BitSet advisedKeys() {
        return (BitSet) advisedKeys.clone();
    }

    /** The keys of the served rows; a new set. */
    BitSet keys() {
        BitSet keys = new BitSet(said.length);
        keys.set(1, said.length);
        keys.andNot(led);
        return keys;
    }

    /** What a row says that it installs, as far as the catalogue has it. */
    List<Row> bundled(Row bundle) {
        List<Row> bundled = new ArrayList<>();
        for (UpdateId id : bundle.facts().bundled()) {
            Row row = byId.get(id);
            if (row != null) {
                bundled.add(row);
            }
        }
        return bundled;
    }

    /** The served rows by update; not to be changed. */
    Map<UpdateId, Row> byId() {
        return byId;
    }

    /** What providers say of an update, in the order in which they are heard; none if nobody does. */
    List<Row> of(UpdateId id) {
        List<Row> group = shared.get(id);
        Row only = group == null ? byId.get(id) : null;
        return group != null ? group : only == null ? List.of() : List.of(only);
    }

    /** Those of whom what counts is made; see {@link Merging}. */
    List<Row> heard(UpdateId id) {
        return Merging.heard(of(id));
    }

    /** The providers that are heard and whose documents say that the one update replaces the other. */
    SortedSet<String> saying(UpdateId superseding, UpdateId superseded) {
        SortedSet<String> sources = new TreeSet<>();
        for (Row row : heard(superseding)) {
            if (row.facts().supersedes().contains(superseded)) {
                sources.add(row.provider());
            }
        }
        for (Row row : heard(superseded)) {
            if (row.facts().supersededBy().contains(superseding)) {
                sources.add(row.provider());
            }
        }
        return sources;
    }

    /** The updates of which several providers speak. */
    Collection<List<Row>> shared() {
        return Collections.unmodifiableCollection(shared.values());
    }

    /** What a provider says of an update; null if nothing. */
    @Nullable
    Row of(UpdateId id, String provider) {
        for (Row row : of(id)) {
            if (row.provider().equals(provider)) {
                return row;
            }
        }
        return null;
    }
}
