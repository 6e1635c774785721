package io.patchbay.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
    static <K extends Comparable<K>, V> SortedMap<K, V> copy(Map<K, V> map) {
        if (map instanceof ArrayMap<K, V> copied) {
            return copied;
        }
        return map.isEmpty() ? (SortedMap<K, V>) NO_ENTRIES : arrays(map);
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> arrays(Map<K, V> map) {
        Object[] keys = map.keySet().toArray();
        if (!ascends(keys)) {
            return arrays(new TreeMap<>(map));
        }
        Object[] values = map.values().toArray();
        Arrays.asList(values).forEach(Objects::requireNonNull);
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
        return ascends(values) ? new ArraySet<>(values) : array(new TreeSet<>(collection));
    }

    @SuppressWarnings("unchecked") // The values of a collection of comparable ones.
    private static <T extends Comparable<T>> boolean ascends(Object[] values) {
        T before = (T) Objects.requireNonNull(values[0]);
        for (int i = 1; i < values.length; i++) {
            T next = (T) Objects.requireNonNull(values[i]);
            if (before.compareTo(next) >= 0) {
                return false;
            }
            before = next;
        }
        return true;
    }
}
