package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.UpdateId;
import java.util.Arrays;
import java.util.UUID;

/**
 * The update ids that a scan file names, numbered from 0 in the order in which they appear: two longs for each instead of an object,
 * found by open addressing.
 */
final class Ids {
    private static final int NONE = 0;

    private long[] values = new long[2 * 512];
    private int[] slots = new int[1024];
    private int size;

    int size() {
        return size;
    }

    /** The number of the id, which it gets now if it is new. */
    int add(UpdateId id) {
        int slot = slot(id.value());
        if (slots[slot] == NONE) {
            slots[slot] = append(id.value());
            growIfCrowded();
            return size - 1;
        }
        return slots[slot] - 1;
    }

    /** The number of the id; -1 if the file does not name it. */
    int find(UpdateId id) {
        return slots[slot(id.value())] - 1;
    }

    UpdateId get(int number) {
        return new UpdateId(new UUID(values[2 * number], values[2 * number + 1]));
    }

    private int append(UUID id) {
        if (2 * size == values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[2 * size] = id.getMostSignificantBits();
        values[2 * size + 1] = id.getLeastSignificantBits();
        return ++size;
    }

    /** The slot that holds the id, or the free one where it belongs. */
    private int slot(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int slot = hash(high, low) & (slots.length - 1);
        while (slots[slot] != NONE && !holds(slots[slot] - 1, high, low)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int number, long high, long low) {
        return values[2 * number] == high && values[2 * number + 1] == low;
    }

    private static int hash(long high, long low) {
        long mixed = (high * 31 + low) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32);
    }

    private void growIfCrowded() {
        if (2 * size <= slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(get(number).value())] = number + 1;
        }
    }
}
