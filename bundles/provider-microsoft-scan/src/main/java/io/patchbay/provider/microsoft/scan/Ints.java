package io.patchbay.provider.microsoft.scan;

import java.util.Arrays;

/** A list of ints that grows, without an object for each: in parts, so that nothing is copied and hardly anything lies idle. */
final class Ints {
    private static final int BITS = 10;
    private static final int PART = 1 << BITS;
    private static final int WITHIN = PART - 1;

    private int[][] parts = new int[4][];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return parts[index >>> BITS][index & WITHIN];
    }

    void add(int value) {
        if ((size & WITHIN) == 0) {
            addPart(size >>> BITS);
        }
        set(size++, value);
    }

    private void addPart(int number) {
        if (number == parts.length) {
            parts = Arrays.copyOf(parts, 2 * number);
        }
        parts[number] = new int[PART];
    }

    void set(int index, int value) {
        parts[index >>> BITS][index & WITHIN] = value;
    }

    int[] copy(int from, int to) {
        int[] copy = new int[to - from];
        for (int i = from; i < to; i++) {
            copy[i - from] = get(i);
        }
        return copy;
    }
}
