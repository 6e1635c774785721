package io.patchbay.catalog.view;

import io.patchbay.model.UpdateId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which updates replace which, by key. An edge comes from a document, or from a line, whose newest offered release
 * replaces every older one. What is not offered replaces nothing, and neither does what the catalogue does not have.
 *
 * <p>Documents that contradict each other can form a cycle, in which everything would be hidden. The edges that
 * documents give among the updates on cycles, and between them, are ignored; a line cannot form a cycle by itself.
 */
final class Supersedence {
    private static final int[] NONE = {};

    private final int[][] superseders;
    private final Map<String, Line> lines;
    private final BitSet tangled;

    private Supersedence(int[][] superseders, Map<String, Line> lines, BitSet tangled) {
        this.superseders = superseders;
        this.lines = lines;
        this.tangled = tangled;
    }

    /** Works it out for all rows that are served; {@code rows[k]} has the key {@code k}, or is null. */
    static Supersedence of(@Nullable Row[] rows, Map<UpdateId, Row> byId) {
        Map<String, Line> lines = lines(rows);
        EdgeList documents = documentEdges(rows, byId);
        EdgeList implied = lineEdges(lines);
        BitSet tangled = EdgeList.join(documents, implied).tangled(rows.length);
        EdgeList sound = documents.without(tangled);
        return new Supersedence(EdgeList.join(sound, implied).bySuperseded(rows.length), lines, tangled);
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
                && superseder.isOffered()
                && superseder.key() != superseded.key()) {
            edges.add(superseder.key(), superseded.key());
        }
    }

    private static Map<String, Line> lines(@Nullable Row[] rows) {
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

    boolean isSuperseded(int key) {
        return superseders[key] != null;
    }

    /** The keys of the releases of its line that this one replaces; empty unless it is the newest that is offered. */
    List<Integer> olderInLine(Row row) {
        LinePosition position = row.facts().position();
        Line line = position == null ? null : lines.get(position.line());
        return line != null && line.newest() == row.key() ? line.older() : List.of();
    }

    /** The keys of the updates whose documents contradict each other. */
    BitSet tangled() {
        return tangled;
    }
}
