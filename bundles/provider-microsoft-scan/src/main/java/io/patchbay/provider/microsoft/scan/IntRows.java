package io.patchbay.provider.microsoft.scan;

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
        return values.copy(index == 0 ? 0 : ends.get(index - 1), ends.get(index));
    }
}
