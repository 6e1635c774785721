package io.patchbay.catalog.view;

import io.patchbay.model.UpdateId;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which updates replace which, by key. A link comes from a document, from an advisory, or from a line, whose newest release that is given out
 * replaces every older one. What is not given out replaces nothing, and neither does what the catalogue does not have. Circles are
 * {@linkplain Circles broken}.
 */
final class Supersedence {
    private static final int[] NONE = {};

    private final int[] @Nullable [] superseders;
    private final int[] @Nullable [] superseded;
    private final EdgeList broken;

    private Supersedence(EdgeList links, EdgeList broken, int bound) {
        this.superseders = links.byTarget(bound);
        this.superseded = links.bySource(bound);
        this.broken = broken;
    }

    /**
     * Works it out for all rows that are served.
     *
     * @param advised the links that advisories give
     */
    private static Supersedence of(Rows rows, EdgeList advised) {
        int bound = rows.size() + 1;
        EdgeList documents = documentEdges(rows.served(), rows.byId());
        EdgeList lines = lineEdges(lines(rows.served()));
        EdgeList all = EdgeList.join(documents, advised, lines);
        BitSet tangled = all.tangled(bound);
        EdgeList broken =
                tangled.isEmpty() ? new EdgeList() : Circles.weakest(rows, documents, advised, lines, tangled);
        return new Supersedence(all.without(broken), broken, bound);
    }

    /** Adds to rows what advisories say of them, and works out what supersedes what. */
    static Supersedence join(Rows rows, Advisories advisories) {
        KbJoin join = new KbJoin(rows, advisories);
        Supersedence supersedence = of(rows, join.links());
        rows.advise(Inheritance.of(join.advised(), supersedence));
        return supersedence;
    }

    private static EdgeList documentEdges(@Nullable Row[] rows, Map<UpdateId, Row> byId) {
        EdgeList edges = new EdgeList();
        for (Row row : rows) {
            if (row != null) {
                addEdges(edges, row, byId);
            }
        }
        return edges;
    }

    private static void addEdges(EdgeList edges, Row row, Map<UpdateId, Row> byId) {
        for (UpdateId id : row.facts().supersedes()) {
            addEdge(edges, row, byId.get(id));
        }
        for (UpdateId id : row.facts().supersededBy()) {
            addEdge(edges, byId.get(id), row);
        }
    }

    private static void addEdge(EdgeList edges, @Nullable Row superseder, @Nullable Row superseded) {
        if (superseder != null
                && superseded != null
                && superseder.isGivenOut()
                && superseder.key() != superseded.key()) {
            edges.add(superseder.key(), superseded.key());
        }
    }

    static Map<String, Line> lines(@Nullable Row[] rows) {
        Map<String, Line> lines = new HashMap<>();
        for (Row row : rows) {
            if (row != null && row.facts().position() != null) {
                lines.computeIfAbsent(row.facts().position().line(), key -> new Line())
                        .add(row, row.facts().position());
            }
        }
        return lines;
    }

    private static EdgeList lineEdges(Map<String, Line> lines) {
        EdgeList edges = new EdgeList();
        for (Line line : lines.values()) {
            int newest = line.newest();
            for (int older : line.older()) {
                edges.add(newest, older);
            }
        }
        return edges;
    }

    /** The keys of the offered updates that replace this one, ascending. */
    int[] superseders(int key) {
        int[] found = superseders[key];
        return found == null ? NONE : found;
    }

    /** The keys of the updates that replace this one, or replace what does, and are not replaced themselves, ascending. */
    SortedSet<Integer> current(int key) {
        SortedSet<Integer> current = new TreeSet<>();
        Set<Integer> reached = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(key);
        while (!open.isEmpty()) {
            for (int newer : superseders(open.remove())) {
                if (!isSuperseded(newer)) {
                    current.add(newer);
                } else if (reached.add(newer)) {
                    open.add(newer);
                }
            }
        }
        return current;
    }

    boolean isSuperseded(int key) {
        return superseders[key] != null;
    }

    /** The keys of the updates that this one replaces, ascending. */
    int[] superseded(int key) {
        int[] found = superseded[key];
        return found == null ? NONE : found;
    }

    /** The links that were left out because they would have closed a circle. */
    EdgeList broken() {
        return broken;
    }
}
