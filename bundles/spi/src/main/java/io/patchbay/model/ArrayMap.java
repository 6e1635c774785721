package io.patchbay.model;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** An immutable sorted map in two arrays, for the same reason as {@link ArraySet}. */
@SuppressWarnings("JdkObsolete") // The model promises no more than SortedMap.
final class ArrayMap<K extends Comparable<K>, V> extends AbstractMap<K, V> implements SortedMap<K, V> {
    private final Object[] keys;
    private final Object[] values;

    /** A map of keys that ascend to values in their order; not copied. */
    ArrayMap(Object[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) >= 0;
    }

    @Override
    public @Nullable V get(Object key) {
        int index = find(key);
        return index < 0 ? null : value(index);
    }

    private int find(Object key) {
        return Arrays.binarySearch(keys, key);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new Entries();
    }

    /** The entries, each made when it is asked for. */
    private final class Entries extends AbstractSet<Map.Entry<K, V>> {
        @Override
        public int size() {
            return keys.length;
        }

        @Override
        public Iterator<Map.Entry<K, V>> iterator() {
            return new EntryIterator();
        }
    }

    /** Goes through the entries in ascending order. */
    private final class EntryIterator implements Iterator<Map.Entry<K, V>> {
        private int next;

        @Override
        public boolean hasNext() {
            return next < keys.length;
        }

        @Override
        public Map.Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no further entry");
            }
            int index = next++;
            return Map.entry(key(index), value(index));
        }
    }

    @Override
    public @Nullable Comparator<? super K> comparator() {
        return null;
    }

    @Override
    public K firstKey() {
        return key(0);
    }

    @Override
    public K lastKey() {
        return key(keys.length - 1);
    }

    @SuppressWarnings("unchecked") // Only keys of this type come in.
    private K key(int index) {
        if (keys.length == 0) {
            throw new NoSuchElementException("the map is empty");
        }
        return (K) keys[index];
    }

    @SuppressWarnings("unchecked") // Only values of this type come in.
    private V value(int index) {
        return (V) values[index];
    }

    /** The same with one more entry, whose key is new. */
    ArrayMap<K, V> with(K key, V value) {
        if (containsKey(key)) {
            throw new IllegalArgumentException("a second " + key);
        }
        int at = position(key);
        return new ArrayMap<>(with(keys, at, key), with(values, at, value));
    }

    private static Object[] with(Object[] all, int at, Object one) {
        Object[] more = new Object[all.length + 1];
        System.arraycopy(all, 0, more, 0, at);
        more[at] = one;
        System.arraycopy(all, at, more, at + 1, all.length - at);
        return more;
    }

    @Override
    public SortedMap<K, V> subMap(K from, K to) {
        return slice(position(from), position(to));
    }

    @Override
    public SortedMap<K, V> headMap(K to) {
        return slice(0, position(to));
    }

    @Override
    public SortedMap<K, V> tailMap(K from) {
        return slice(position(from), keys.length);
    }

    private SortedMap<K, V> slice(int from, int to) {
        return new ArrayMap<>(Arrays.copyOfRange(keys, from, to), Arrays.copyOfRange(values, from, to));
    }

    /** The number of keys below this one. */
    private int position(K key) {
        int found = find(key);
        return found >= 0 ? found : -found - 1;
    }
}
