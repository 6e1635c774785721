package io.patchbay.catalog.view;

import io.patchbay.catalog.Supersession;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;

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
        view.superseded(start).forEach(older -> chain.link(start, older));
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
        links.add(link(view, newer, older));
    }

    private static Supersession link(View view, Row newer, Row older) {
        SortedSet<String> sources = view.saying(newer, older);
        if (sources.isEmpty()) {
            sources.add(Supersession.LINE);
        }
        return new Supersession(newer.facts().id(), older.facts().id(), sources);
    }

    /** Links that do not count, by id. */
    static List<Supersession> broken(View view, EdgeList links) {
        List<Supersession> broken = new ArrayList<>();
        links.forEach((newer, older) -> broken.add(link(view, view.row(newer), view.row(older))));
        broken.sort(Comparator.comparing(Supersession::superseding).thenComparing(Supersession::superseded));
        return List.copyOf(broken);
    }
}
