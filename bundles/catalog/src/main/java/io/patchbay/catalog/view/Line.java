package io.patchbay.catalog.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases of one line while a view is worked out, and which of those given out is the newest. */
final class Line {
    private final List<Row> releases = new ArrayList<>();
    private @Nullable Row newest;
    private @Nullable LinePosition newestPosition;
    private @Nullable List<Integer> older;

    void add(Row row, LinePosition position) {
        releases.add(row);
        if (row.isGivenOut() && (newestPosition == null || position.compareVersion(newestPosition) > 0)) {
            newest = row;
            newestPosition = position;
        }
    }

    /** The key of the newest release that is given out; 0 if none is. */
    int newest() {
        return newest == null ? 0 : newest.key();
    }

    /** The keys of those that the newest replaces. */
    List<Integer> older() {
        if (older == null) {
            older = releases.stream().filter(this::isOlder).map(Row::key).toList();
        }
        return older;
    }

    private boolean isOlder(Row row) {
        LinePosition position = row.facts().position();
        return newestPosition != null && position != null && position.compareVersion(newestPosition) < 0;
    }
}
