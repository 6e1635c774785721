package io.patchbay.catalog.view;

import io.patchbay.model.UpdateId;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Breaks circles of updates that replace each other, which would hide all of them, at the weakest link of each: takes the links one by one,
 * the strongest first, and leaves out those that would close a circle. A line cannot form a circle by itself, so what it says always holds.
 */
final class Circles {
    /** More than any catalogue of good faith needs; beyond, all links that are left are left out. */
    private static final int STEPS = 20_000_000;

    private static final Comparator<Link> STRONGEST = Comparator.comparing(Link::isDocumented)
            .thenComparing(Link::isPlausible)
            .thenComparing(Link::sources)
            .thenComparing(Link::released)
            .thenComparing(Link::superseding)
            .thenComparing(Link::superseded)
            .reversed();

    private final Rows rows;
    private final SortedSet<Link> links = new TreeSet<>(STRONGEST);
    private final Map<Integer, List<Integer>> next = new HashMap<>();
    private int steps;

    /**
     * A link among updates in circles.
     *
     * @param from the key of the update that replaces
     * @param to the key of the one that is replaced
     * @param isDocumented whether a document of one of them says so, and not only an advisory
     * @param isPlausible whether the one that replaces was released no earlier
     * @param sources how many providers say so
     * @param released when the one that replaces was released
     */
    private record Link(
            int from,
            int to,
            boolean isDocumented,
            boolean isPlausible,
            int sources,
            LocalDate released,
            UpdateId superseding,
            UpdateId superseded) {}

    private Circles(Rows rows) {
        this.rows = rows;
    }

    /**
     * The weakest links.
     *
     * @param documents the links that documents give
     * @param advised those that advisories give
     * @param lines those that lines give
     * @param tangled the keys of the updates in circles, and between circles
     */
    static EdgeList weakest(Rows rows, EdgeList documents, EdgeList advised, EdgeList lines, BitSet tangled) {
        Circles circles = new Circles(rows);
        lines.within(tangled).forEach(circles::keep);
        documents.within(tangled).forEach((from, to) -> circles.add(from, to, true));
        advised.within(tangled).forEach((from, to) -> circles.add(from, to, false));
        return circles.weakest();
    }

    private void add(int from, int to, boolean documented) {
        Row newer = rows.served(from);
        Row older = rows.served(to);
        UpdateId superseding = newer.facts().id();
        UpdateId superseded = older.facts().id();
        boolean plausible = !newer.date().isBefore(older.date());
        int sources = documented ? rows.saying(superseding, superseded).size() : 0;
        links.add(new Link(from, to, documented, plausible, sources, newer.date(), superseding, superseded));
    }

    private void keep(int from, int to) {
        next.computeIfAbsent(from, key -> new ArrayList<>()).add(to);
    }

    private EdgeList weakest() {
        EdgeList weakest = new EdgeList();
        for (Link link : links) {
            if (leads(link.to(), link.from())) {
                weakest.add(link.from(), link.to());
            } else {
                keep(link.from(), link.to());
            }
        }
        return weakest;
    }

    /** Whether the links that are kept so far lead from one to the other; said of everything once that took too long. */
    private boolean leads(int start, int end) {
        Set<Integer> seen = new HashSet<>(Set.of(start));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && ++steps < STEPS) {
            int key = open.pop();
            if (key == end) {
                return true;
            }
            next.getOrDefault(key, List.of()).stream().filter(seen::add).forEach(open::push);
        }
        return steps >= STEPS;
    }
}
