package io.patchbay.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Immutable sorted copies, so that the same content is written as the same bytes always. A copy is not copied again: parts pass through
 * several constructors on their way into an update.
 */
final class Sorted {
    private static final Object[] NOTHING = {};
    private static final ArraySet<?> NO_VALUES = new ArraySet<>(NOTHING);
    private static final ArrayMap<?, ?> NO_ENTRIES = new ArrayMap<>(NOTHING, NOTHING);

    private Sorted() {}

    @SuppressWarnings("unchecked") // The empty map is one of all types.
    static <K extends Comparable<K>, V> ArrayMap<K, V> copy(Map<K, V> map) {
        if (map instanceof ArrayMap<K, V> copied) {
            return copied;
        }
        return map.isEmpty() ? (ArrayMap<K, V>) NO_ENTRIES : arrays(map);
    }

    private static <K extends Comparable<K>, V> ArrayMap<K, V> arrays(Map<K, V> map) {
        Object[] keys = new Object[map.size()];
        Object[] values = new Object[keys.length];
        int i = 0;
        for (Map.Entry<K, V> entry : map.entrySet()) {
            keys[i] = Objects.requireNonNull(entry.getKey());
            values[i++] = Objects.requireNonNull(entry.getValue());
        }
        return ascends(keys) ? new ArrayMap<>(keys, values) : arrays(new TreeMap<>(map));
    }

    /** A map of keys and values in turn, at least one; the keys must ascend already. */
    static SortedMap<String, String> of(String... keysAndValues) {
        Object[] keys = new Object[keysAndValues.length / 2];
        Object[] values = new Object[keys.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = keysAndValues[2 * i];
            values[i] = Objects.requireNonNull(keysAndValues[2 * i + 1]);
        }
        if (!ascends(keys)) {
            throw new IllegalArgumentException("keys do not ascend: " + Arrays.toString(keys));
        }
        return new ArrayMap<>(keys, values);
    }

    @SuppressWarnings("unchecked") // The empty set is one of all types.
    static <T extends Comparable<T>> SortedSet<T> copy(Collection<T> collection) {
        if (collection instanceof ArraySet<T> copied) {
            return copied;
        }
        return collection.isEmpty() ? (SortedSet<T>) NO_VALUES : array(collection);
    }

    private static <T extends Comparable<T>> SortedSet<T> array(Collection<T> collection) {
        Object[] values = collection.toArray();
        if (ascends(values)) {
            return new ArraySet<>(values);
        }
        Arrays.sort(values);
        return new ArraySet<>(Arrays.stream(values).distinct().toArray());
    }

    @SuppressWarnings("unchecked") // The values of a collection of comparable ones.
    private static <T extends Comparable<T>> boolean ascends(Object[] values) {
        T before = (T) Objects.requireNonNull(values[0]);
        boolean ascends = true;
        for (int i = 1; i < values.length; i++) {
            T next = (T) Objects.requireNonNull(values[i]);
            ascends &= before.compareTo(next) < 0;
            before = next;
        }
        return ascends;
    }
}
