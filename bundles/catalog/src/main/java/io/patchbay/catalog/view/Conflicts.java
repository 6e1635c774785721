package io.patchbay.catalog.view;

import io.patchbay.catalog.Conflict;
import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Finds what providers and advisories contradict each other in. To say nothing is no contradiction. */
final class Conflicts {

    /** What is compared, and how a row says it; empty where it says nothing. */
    private static final Map<String, Function<Row, Optional<String>>> SUBJECTS = new TreeMap<>(Map.of(
            "state",
            row -> Optional.of(word(row.state())),
            "type",
            row -> Optional.of(word(row.facts().type())),
            "classification",
            row -> Optional.of(row.facts().classification().title())
                    .filter(title -> !row.facts().products().isEmpty()),
            "severity",
            Conflicts::severity,
            "restart",
            row -> Optional.of(row.facts().reboot())
                    .filter(reboot -> reboot != Reboot.NEVER)
                    .map(Reboot::title),
            "released",
            row -> Optional.ofNullable(row.facts().released()).map(Object::toString),
            "kb articles",
            row -> Optional.of(String.join(" ", row.facts().kbArticles())).filter(text -> !text.isEmpty())));

    private final Set<Conflict> conflicts = new LinkedHashSet<>();

    private Conflicts() {}

    /** All of a view. */
    static List<Conflict> of(Rows rows) {
        Conflicts found = new Conflicts();
        for (List<Row> group : rows.shared()) {
            SUBJECTS.forEach((subject, value) -> found.compare(group.get(0).facts(), subject, values(group, value)));
        }
        rows.advisedKeys().stream().forEach(key -> found.compareRating(rows, key));
        return List.copyOf(found.conflicts);
    }

    private void compareRating(Rows rows, int key) {
        Facts facts = rows.served(key).facts();
        Advised advised = Objects.requireNonNull(rows.advised(key));
        if (advised.from().contains(facts.id())) {
            Map<String, String> values = values(rows.heard(facts.id()), Conflicts::severity);
            Optional<String> rating = severity(advised.severity());
            advised.advisories().forEach(advisory -> rating.ifPresent(title -> values.put(advisory.provider(), title)));
            compare(facts, "severity", values);
        }
    }

    private void compare(Facts facts, String subject, Map<String, String> values) {
        if (new HashSet<>(values.values()).size() > 1) {
            conflicts.add(new Conflict(facts.id(), facts.title(), subject, new TreeMap<>(values)));
        }
    }

    private static Optional<String> severity(Row row) {
        return severity(row.facts().severity());
    }

    private static Optional<String> severity(Severity severity) {
        return severity == Severity.UNSPECIFIED ? Optional.empty() : Optional.of(severity.title());
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
