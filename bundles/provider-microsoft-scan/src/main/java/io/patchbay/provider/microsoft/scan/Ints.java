package io.patchbay.provider.microsoft.scan;

import java.util.Arrays;

/** A list of ints that grows, without an object for each. */
final class Ints {
    private int[] values = new int[16];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int[] copy(int from, int to) {
        return Arrays.copyOfRange(values, from, to);
    }

    /** Whether a range is the same as one of another list. */
    boolean isSame(int from, int to, Ints other, int otherFrom, int otherTo) {
        return Arrays.equals(values, from, to, other.values, otherFrom, otherTo);
    }
}
