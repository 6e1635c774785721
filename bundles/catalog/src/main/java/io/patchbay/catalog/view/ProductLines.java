package io.patchbay.catalog.view;

import io.patchbay.catalog.ProductLine;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Tells where lines stand. */
public final class ProductLines {
    private static final Comparator<Row> BY_VERSION = (left, right) ->
            position(left).orElseThrow().compareVersion(position(right).orElseThrow());

    private ProductLines() {}

    /** The lines of the rows with these keys. */
    public static List<ProductLine> of(View view, BitSet keys) {
        TreeSet<String> wanted = new TreeSet<>();
        keys.stream()
                .mapToObj(view::row)
                .forEach(row -> position(row).map(LinePosition::line).ifPresent(wanted::add));
        Map<String, List<Row>> releases = new HashMap<>();
        view.forEach(row -> position(row)
                .filter(position -> wanted.contains(position.line()))
                .ifPresent(position -> releases.computeIfAbsent(position.line(), line -> new ArrayList<>())
                        .add(row)));
        return wanted.stream()
                .map(line -> line(view, releases.getOrDefault(line, List.of())))
                .toList();
    }

    private static ProductLine line(View view, List<Row> releases) {
        Optional<Row> current = releases.stream().filter(Row::isGivenOut).max(BY_VERSION);
        Optional<Row> coming = releases.stream()
                .filter(row -> row.isOffered() && !row.isGivenOut())
                .max(BY_VERSION)
                .filter(row -> current.isEmpty() || BY_VERSION.compare(row, current.get()) > 0);
        Row newest = releases.stream().max(BY_VERSION).orElseThrow();
        return new ProductLine(
                position(newest).orElseThrow().parsed(),
                current.map(view::entry).orElse(null),
                coming.map(view::entry).orElse(null),
                newest.facts().endOfLife(),
                releases.size());
    }

    private static Optional<LinePosition> position(Row row) {
        return Optional.ofNullable(row.facts().position());
    }
}
