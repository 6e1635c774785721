package io.patchbay.catalog.view;

import io.patchbay.catalog.Supersession;
import io.patchbay.model.UpdateId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;

/** What replaces an update, and what replaces that, up to what is current; and what the update itself replaces. */
final class Chain {
    private final View view;
    private final List<Supersession> links = new ArrayList<>();

    private Chain(View view) {
        this.view = view;
    }

    /** The links from the update upwards, nearest first, and then those to what it replaces. */
    static List<Supersession> of(View view, Row start) {
        Chain chain = new Chain(view);
        chain.climb(start);
        for (UpdateId id : view.entry(start).supersedes()) {
            Row older = view.find(id);
            if (older != null && view.superseders(older).contains(start)) {
                chain.link(start, older);
            }
        }
        return chain.links;
    }

    private void climb(Row start) {
        Set<Integer> seen = new HashSet<>(Set.of(start.key()));
        Queue<Row> open = new ArrayDeque<>(List.of(start));
        for (Row row = open.poll(); row != null; row = open.poll()) {
            for (Row newer : view.superseders(row)) {
                link(newer, row);
                if (seen.add(newer.key())) {
                    open.add(newer);
                }
            }
        }
    }

    private void link(Row newer, Row older) {
        UpdateId superseding = newer.facts().id();
        UpdateId superseded = older.facts().id();
        Set<String> sources = new TreeSet<>();
        for (Row row : view.said(superseding)) {
            if (row.facts().supersedes().contains(superseded)) {
                sources.add(row.provider());
            }
        }
        for (Row row : view.said(superseded)) {
            if (row.facts().supersededBy().contains(superseding)) {
                sources.add(row.provider());
            }
        }
        links.add(new Supersession(
                superseding, superseded, new TreeSet<>(sources.isEmpty() ? Set.of(Supersession.LINE) : sources)));
    }
}
