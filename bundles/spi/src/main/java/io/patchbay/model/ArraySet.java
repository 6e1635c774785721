package io.patchbay.model;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * An immutable sorted set in one array. A large feed makes a million, most of one value or none, and a tree would be six objects for
 * each.
 */
@SuppressWarnings("JdkObsolete") // The model promises no more than SortedSet.
final class ArraySet<T extends Comparable<T>> extends AbstractSet<T> implements SortedSet<T> {
    private final Object[] values;

    /** A set of values that ascend; not copied. */
    ArraySet(Object[] values) {
        this.values = values;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean contains(Object value) {
        return Arrays.binarySearch(values, value) >= 0;
    }

    @Override
    @SuppressWarnings("unchecked") // Only values of this type come in.
    public Iterator<T> iterator() {
        return (Iterator<T>) (Iterator<?>) Arrays.asList(values).iterator();
    }

    @Override
    public Object[] toArray() {
        return values.clone();
    }

    @Override
    public @Nullable Comparator<? super T> comparator() {
        return null;
    }

    @Override
    public T first() {
        return get(0);
    }

    @Override
    public T last() {
        return get(values.length - 1);
    }

    @SuppressWarnings("unchecked") // Only values of this type come in.
    private T get(int index) {
        if (values.length == 0) {
            throw new NoSuchElementException("the set is empty");
        }
        return (T) values[index];
    }

    @Override
    public SortedSet<T> subSet(T from, T to) {
        return slice(position(from), position(to));
    }

    @Override
    public SortedSet<T> headSet(T to) {
        return slice(0, position(to));
    }

    @Override
    public SortedSet<T> tailSet(T from) {
        return slice(position(from), values.length);
    }

    private SortedSet<T> slice(int from, int to) {
        return new ArraySet<>(Arrays.copyOfRange(values, from, to));
    }

    /** The number of values below this one. */
    private int position(T value) {
        int found = Arrays.binarySearch(values, value);
        return found >= 0 ? found : -found - 1;
    }
}
