package io.patchbay.catalog.view;

import io.patchbay.catalog.Evidence;
import io.patchbay.catalog.Facet;
import io.patchbay.catalog.Query;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/** Counts the rows that match a query by each facet. */
public final class Facets {
    private static final List<String> ALL_LANGUAGES = List.of("all");

    private final View view;
    private final BitSet keys;

    private Facets(View view, BitSet keys) {
        this.view = view;
        this.keys = keys;
    }

    /** The counts by facet and value; each facet is there, if only with no values. */
    public static SortedMap<Facet, SortedMap<String, Long>> count(View view, Query query, TextIndex index) {
        Facets facets = new Facets(view, Filter.keys(view, query, index));
        SortedMap<Facet, SortedMap<String, Long>> result = new TreeMap<>();
        for (Facet facet : Facet.values()) {
            result.put(facet, facets.count(facet));
        }
        return Collections.unmodifiableSortedMap(result);
    }

    private SortedMap<String, Long> count(Facet facet) {
        return switch (facet) {
            case PROVIDER -> count(Property.PROVIDERS, providers -> providers);
            case STATE -> count(Property.STATE, Facets::word);
            case TYPE -> count(Property.TYPE, Facets::word);
            case VENDOR -> count(Property.VENDOR, List::of);
            case PRODUCT -> count(Property.PRODUCTS, view.names()::products);
            case FAMILY -> count(Property.PRODUCTS, view.names()::families);
            case CLASSIFICATION -> count(Property.CLASSIFICATION, value -> List.of(value.title()));
            case SEVERITY -> count(Property.SEVERITY, value -> List.of(value.title()));
            case EXPLOITED -> count(Property.EXPLOITED, value -> List.of(value.toString()));
            case REBOOT -> count(Property.REBOOT, value -> List.of(value.title()));
            case EULA -> count(Property.EULA, value -> List.of(value.toString()));
            case EVIDENCE ->
                count(Property.EVIDENCE, value -> value.map(Evidence::name).stream()
                        .toList());
            case LANGUAGE -> count(Property.LANGUAGES, Facets::languages);
            case ARCHITECTURE -> count(Property.ARCHITECTURE, value -> List.of(value.title()));
            case SUPERSEDED -> count(Property.SUPERSEDED, value -> List.of(value.toString()));
            case ROLLOUT -> count(Property.ROLLOUT, Facets::word);
            case CURRENT -> count(Property.CURRENT, value -> List.of(value.toString()));
        };
    }

    private <T> SortedMap<String, Long> count(Property<T> property, Function<T, Collection<String>> names) {
        SortedMap<String, Long> counts = new TreeMap<>();
        view.column(property).count(keys, (value, count) -> names.apply(value)
                .forEach(name -> counts.merge(name, count, Long::sum)));
        return Collections.unmodifiableSortedMap(counts);
    }

    private static List<String> word(Enum<?> value) {
        return List.of(value.name().toLowerCase(Locale.ROOT));
    }

    private static Collection<String> languages(SortedSet<String> languages) {
        return languages.isEmpty() ? ALL_LANGUAGES : languages;
    }
}
