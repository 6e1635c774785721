package io.patchbay.catalog.sqlite;

import io.patchbay.model.Product;
import io.patchbay.model.UpdateId;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Decodes columns into values, one object for all rows that say the same. Kept only while rows are read. */
final class Pool {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, SortedSet<String>> languages = new HashMap<>();
    private final Map<String, List<Product>> products = new HashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<UpdateId, UpdateId> ids = new HashMap<>();

    String text(String value) {
        return texts.computeIfAbsent(value, Function.identity());
    }

    List<String> lines(String column) {
        return lines.computeIfAbsent(column, Pool::split);
    }

    SortedSet<String> languages(String column) {
        return languages.computeIfAbsent(column, text -> Collections.unmodifiableSortedSet(new TreeSet<>(split(text))));
    }

    List<Product> products(String column) {
        return products.computeIfAbsent(
                column, text -> split(text).stream().map(Pool::product).toList());
    }

    LocalDate date(String column) {
        return dates.computeIfAbsent(column, LocalDate::parse);
    }

    UpdateId id(byte[] column) {
        return id(ByteBuffer.wrap(column));
    }

    List<UpdateId> ids(byte[] column) {
        if (column.length == 0) {
            return List.of();
        }
        ByteBuffer buffer = ByteBuffer.wrap(column);
        UpdateId[] found = new UpdateId[column.length / 16];
        for (int i = 0; i < found.length; i++) {
            found[i] = id(buffer);
        }
        return List.of(found);
    }

    private UpdateId id(ByteBuffer buffer) {
        return ids.computeIfAbsent(new UpdateId(new UUID(buffer.getLong(), buffer.getLong())), Function.identity());
    }

    private static List<String> split(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\n", -1));
    }

    private static Product product(String line) {
        String[] fields = line.split("\t", -1);
        return new Product(fields[0], fields[1], fields[2].isEmpty() ? null : UpdateId.parse(fields[2]));
    }
}
