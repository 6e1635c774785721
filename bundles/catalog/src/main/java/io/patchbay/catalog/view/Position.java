package io.patchbay.catalog.view;

import io.patchbay.catalog.Query.Order;
import io.patchbay.catalog.view.Indexes.Sorting;
import io.patchbay.model.Severity;
import io.patchbay.model.UpdateId;
import java.util.Comparator;

/**
 * Where an entry stands in an order: by a number or a text, then by id.
 *
 * @param number what a numeric order goes by; else 0
 * @param text what an order by text goes by; else blank
 */
record Position(long number, String text, UpdateId id) {
    private static final Comparator<Position> VALUE =
            Comparator.comparingLong(Position::number).thenComparing(Position::text, String.CASE_INSENSITIVE_ORDER);

    static Position of(View view, Row row, Order order) {
        Facts facts = row.facts();
        return switch (order) {
            case RELEASED -> numeric(row.date().toEpochDay(), facts);
            case SEVERITY -> numeric(rank(view.traits(row).severity()), facts);
            case GENERATION -> numeric(row.generation(), facts);
            case TITLE -> new Position(0, facts.title(), facts.id());
            case VENDOR -> new Position(0, facts.vendor(), facts.id());
            case ID -> numeric(0, facts);
        };
    }

    private static Position numeric(long number, Facts facts) {
        return new Position(number, "", facts.id());
    }

    private static int rank(Severity severity) {
        return switch (severity) {
            case UNSPECIFIED -> 0;
            case LOW -> 1;
            case MODERATE -> 2;
            case IMPORTANT -> 3;
            case CRITICAL -> 4;
        };
    }

    /** An order of entries. Entries of equal value are sorted by id, upwards in either direction. */
    static Comparator<Position> comparator(Sorting sorting) {
        Comparator<Position> byId = Comparator.comparing(Position::id);
        if (sorting.order() == Order.ID) {
            return sorting.descending() ? byId.reversed() : byId;
        }
        return (sorting.descending() ? VALUE.reversed() : VALUE).thenComparing(byId);
    }
}
