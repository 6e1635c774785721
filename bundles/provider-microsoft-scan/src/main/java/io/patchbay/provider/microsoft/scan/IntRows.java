package io.patchbay.provider.microsoft.scan;

import java.util.stream.IntStream;

/** Rows of ints, each of its own length, one after the other in one list. */
final class IntRows {
    private final Ints values = new Ints();
    private final Ints ends = new Ints();

    /** Adds a value to the row that is being written. */
    void add(int value) {
        values.add(value);
    }

    /** Ends the row that is being written; it may be empty. */
    void endRow() {
        ends.add(values.size());
    }

    int rows() {
        return ends.size();
    }

    int[] row(int index) {
        return values.copy(start(index), ends.get(index));
    }

    IntStream stream(int row) {
        return IntStream.range(start(row), ends.get(row)).map(values::get);
    }

    boolean contains(int row, int value) {
        for (int i = start(row); i < ends.get(row); i++) {
            if (values.get(i) == value) {
                return true;
            }
        }
        return false;
    }

    private int start(int row) {
        return row == 0 ? 0 : ends.get(row - 1);
    }
}
