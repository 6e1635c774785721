package io.patchbay.catalog.view;

import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Query;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the rows that match a query by each facet. */
public final class Facets {
    private static final List<String> ALL_LANGUAGES = List.of("all");

    private final View view;
    private final Map<Facet, Map<String, long[]>> counts = new EnumMap<>(Facet.class);

    private Facets(View view) {
        this.view = view;
        for (Facet facet : Facet.values()) {
            counts.put(facet, new HashMap<>());
        }
    }

    /** The counts by facet and value; each facet is there, if only with no values. */
    public static SortedMap<Facet, SortedMap<String, Long>> count(View view, Query query, TextIndex index) {
        Facets facets = new Facets(view);
        new Filter(view, query, index).forEach(facets::take);
        return facets.result();
    }

    private void take(Row row) {
        counts.forEach((facet, values) -> {
            for (String value : values(row, facet)) {
                values.computeIfAbsent(value, key -> new long[1])[0]++;
            }
        });
    }

    private Collection<String> values(Row row, Facet facet) {
        Facts facts = row.facts();
        return switch (facet) {
            case PROVIDER -> List.of(row.provider());
            case STATE -> List.of(word(row.state()));
            case TYPE -> List.of(word(facts.type()));
            case VENDOR -> List.of(facts.vendor());
            case PRODUCT -> view.productNames(row);
            case FAMILY -> view.familyNames(row);
            case CLASSIFICATION -> List.of(facts.classification().title());
            case SEVERITY -> List.of(facts.severity().title());
            case REBOOT -> List.of(facts.reboot().title());
            case EULA -> List.of(Boolean.toString(facts.eula()));
            case LANGUAGE -> facts.languages().isEmpty() ? ALL_LANGUAGES : facts.languages();
            case ARCHITECTURE -> List.of(facts.architecture().title());
            case SUPERSEDED -> List.of(Boolean.toString(view.isSuperseded(row)));
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private SortedMap<Facet, SortedMap<String, Long>> result() {
        SortedMap<Facet, SortedMap<String, Long>> result = new TreeMap<>();
        counts.forEach((facet, values) -> {
            SortedMap<String, Long> sorted = new TreeMap<>();
            values.forEach((value, count) -> sorted.put(value, count[0]));
            result.put(facet, Collections.unmodifiableSortedMap(sorted));
        });
        return Collections.unmodifiableSortedMap(result);
    }
}
