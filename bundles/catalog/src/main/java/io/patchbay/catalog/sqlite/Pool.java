package io.patchbay.catalog.sqlite;

import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what pages hold into values, one object for all rows that say the same. Kept only while rows are read. */
final class Pool {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, SortedSet<String>> languages = new HashMap<>();
    private final Map<String, List<Product>> products = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<UpdateId, UpdateId> ids = new HashMap<>();

    String text(String value) {
        String known = texts.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    UpdateId id(long high, long low) {
        UpdateId id = new UpdateId(new UUID(high, low));
        UpdateId known = ids.putIfAbsent(id, id);
        return known == null ? id : known;
    }

    List<String> lines(String text) {
        return text.isEmpty() ? List.of() : lines.computeIfAbsent(text, Pool::split);
    }

    SortedSet<String> languages(String text) {
        return languages.computeIfAbsent(text, lines -> Collections.unmodifiableSortedSet(new TreeSet<>(split(lines))));
    }

    List<Product> products(String text) {
        return products.computeIfAbsent(
                text, lines -> split(lines).stream().map(Pool::product).toList());
    }

    @Nullable
    LocalDate date(String text) {
        return text.isEmpty() ? null : dates.computeIfAbsent(text, LocalDate::parse);
    }

    private static List<String> split(String lines) {
        return lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1));
    }

    private static Product product(String line) {
        String[] fields = line.split("\t", -1);
        return new Product(fields[0], fields[1], fields[2].isEmpty() ? null : UpdateId.parse(fields[2]));
    }
}
