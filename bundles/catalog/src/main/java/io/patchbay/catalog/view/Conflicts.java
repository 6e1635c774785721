package io.patchbay.catalog.view;

import io.patchbay.catalog.Conflict;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds what providers contradict each other in. To say nothing is no contradiction. */
final class Conflicts {
    /** What is compared, and how a row says it; empty where it says nothing. */
    private static final Map<String, Function<Row, Optional<String>>> SUBJECTS = new TreeMap<>(Map.of(
            "state", row -> Optional.of(word(row.state())),
            "type", row -> Optional.of(word(row.facts().type())),
            "classification",
                    row -> Optional.of(row.facts().classification().title())
                            .filter(title -> !row.facts().products().isEmpty()),
            "severity",
                    row -> Optional.of(row.facts().severity())
                            .filter(severity -> severity != Severity.UNSPECIFIED)
                            .map(Severity::title),
            "restart",
                    row -> Optional.of(row.facts().reboot())
                            .filter(reboot -> reboot != Reboot.NEVER)
                            .map(Reboot::title),
            "released", row -> Optional.ofNullable(row.facts().released()).map(Object::toString),
            "kb articles",
                    row -> Optional.of(String.join(" ", row.facts().kbArticles()))
                            .filter(text -> !text.isEmpty())));

    private Conflicts() {}

    /** All of these updates, sorted by id and subject. */
    static List<Conflict> of(Iterable<List<Row>> shared) {
        List<Conflict> conflicts = new ArrayList<>();
        for (List<Row> group : shared) {
            SUBJECTS.forEach((subject, value) -> {
                Map<String, String> values = values(group, value);
                if (new HashSet<>(values.values()).size() > 1) {
                    Facts facts = group.get(0).facts();
                    conflicts.add(new Conflict(facts.id(), facts.title(), subject, new TreeMap<>(values)));
                }
            });
        }
        conflicts.sort(Comparator.comparing(Conflict::id).thenComparing(Conflict::subject));
        return conflicts;
    }

    private static Map<String, String> values(List<Row> group, Function<Row, Optional<String>> value) {
        Map<String, String> values = new TreeMap<>();
        group.forEach(row -> value.apply(row).ifPresent(said -> values.put(row.provider(), said)));
        return values;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
