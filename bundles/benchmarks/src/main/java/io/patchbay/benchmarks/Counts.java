package io.patchbay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was generated, by name: numbers and digests, written sorted as properties. */
final class Counts {
    private final SortedMap<String, Long> numbers = new TreeMap<>();
    private final SortedMap<String, String> texts = new TreeMap<>();

    void add(String name, long number) {
        numbers.merge(name, number, Long::sum);
    }

    void put(String name, String text) {
        texts.put(name, text);
    }

    /** The number of this name; nought if nothing was counted. */
    long get(String name) {
        return numbers.getOrDefault(name, 0L);
    }

    /** The text of this name; blank if there is none. */
    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Counts what package.xml and the fragments say about the population. */
    void count(Facts facts) {
        Population population = facts.population;
        for (int update = 0; update < population.size(); update++) {
            add("updates", 1);
            add(kind(population, update), 1);
            add("changed", population.isChanged(update) ? 1 : 0);
            add("files", facts.payload(update).size());
            if (population.isBundle(update)) {
                countEdges(facts, update);
            }
        }
        add("locations", get("files") + facts.allEulaFiles().size());
    }

    private static String kind(Population population, int update) {
        if (population.isCategory(update)) {
            return "categories";
        }
        if (population.isDetectoid(update)) {
            return "detectoids";
        }
        return population.isBundle(update) ? "bundles" : "leaves";
    }

    private void countEdges(Facts facts, int bundle) {
        int edges = facts.population.superseders(facts.population.group(bundle)).length;
        add("superseded", edges > 0 ? 1 : 0);
        add("edges", edges);
        add("edges.dangling.package", facts.missingSuperseders(bundle).length);
        add("edges.dangling.fragments", facts.missingSuperseded(bundle).size());
    }

    @Override
    public String toString() {
        SortedMap<String, String> all = new TreeMap<>(texts);
        numbers.forEach((name, number) -> all.put(name, number.toString()));
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + entry.getValue() + '\n')
                .collect(Collectors.joining());
    }

    void write(Path file) throws IOException {
        Files.writeString(file, toString());
    }
}
