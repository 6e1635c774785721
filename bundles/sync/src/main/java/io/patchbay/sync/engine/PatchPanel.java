package io.patchbay.sync.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The providers that are plugged in. Two bundles may claim one id while one replaces the other: the higher ranking is the one in use, and of the
 * same ranking the higher version; the other takes over if it goes. Thread-safe.
 */
final class PatchPanel {
    private static final Comparator<Plugged> BEST_FIRST = Comparator.comparing(Plugged::ranking)
            .thenComparing(Plugged::version)
            .reversed()
            .thenComparing(Plugged::service);

    private final Map<String, List<Plugged>> sockets = new HashMap<>();

    synchronized void plug(Plugged plugged) {
        List<Plugged> claimants = sockets.computeIfAbsent(plugged.id(), id -> new ArrayList<>());
        claimants.add(plugged);
        claimants.sort(BEST_FIRST);
    }

    /** Removes a service; returns it unless it was gone before. */
    synchronized Optional<Plugged> unplug(long service) {
        Optional<Plugged> gone = sockets.values().stream()
                .flatMap(List::stream)
                .filter(plugged -> plugged.service() == service)
                .findFirst();
        gone.ifPresent(plugged -> sockets.values().forEach(claimants -> claimants.remove(plugged)));
        return gone;
    }

    /** Whether it is plugged in, be it in use or not. */
    synchronized boolean has(Plugged plugged) {
        return sockets.getOrDefault(plugged.id(), List.of()).contains(plugged);
    }

    synchronized Optional<Plugged> inUse(String id) {
        return sockets.getOrDefault(id, List.of()).stream().findFirst();
    }

    synchronized SortedSet<String> ids() {
        return sockets.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
    }

    /** The provider in use for each of these ids, or for all if there are none. */
    synchronized List<Plugged> chosen(Collection<String> providers) {
        Collection<String> chosen = providers.isEmpty() ? ids() : new TreeSet<>(providers);
        return chosen.stream().map(this::require).toList();
    }

    synchronized Plugged require(String id) {
        return inUse(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no provider \"" + id + "\" is running; there are: " + String.join(", ", ids())));
    }

    /** Names the bundles that claim the id and are not in use; blank if there are none. */
    synchronized String others(String id) {
        List<Plugged> claimants = sockets.getOrDefault(id, List.of());
        return claimants.stream()
                .skip(1)
                .map(p -> "also offered by " + p.bundle() + ' ' + p.version() + standsBack(p, claimants.get(0)))
                .collect(Collectors.joining(", "));
    }

    private static String standsBack(Plugged other, Plugged inUse) {
        return other.ranking() < inUse.ranking() ? ", which stands back" : "";
    }
}
