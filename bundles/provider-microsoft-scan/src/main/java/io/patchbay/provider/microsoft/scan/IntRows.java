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

    /** How many values all rows have. */
    int size() {
        return values.size();
    }

    int[] row(int index) {
        return values.copy(start(index), end(index));
    }

    boolean contains(int row, int value) {
        for (int i = start(row); i < end(row); i++) {
            if (get(i) == value) {
                return true;
            }
        }
        return false;
    }

    /** The place of the row's first value. */
    int start(int row) {
        return row == 0 ? 0 : ends.get(row - 1);
    }

    /** The place after the row's last value. */
    int end(int row) {
        return ends.get(row);
    }

    /** The value at this place. */
    int get(int place) {
        return values.get(place);
    }
}
