package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.UpdateId;
import java.util.Arrays;
import java.util.UUID;

/**
 * The update ids that a scan file names, numbered from 0 in the order in which they appear: two longs for each instead of an object,
 * in parts that are never copied, found by open addressing.
 */
final class Ids {
    private static final int NONE = 0;
    private static final int BITS = 9;
    private static final int WITHIN = (1 << BITS) - 1;

    private long[][] parts = new long[1][];
    private int[] slots = new int[1024];
    private int size;

    int size() {
        return size;
    }

    int add(UpdateId id) {
        return add(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits());
    }

    /** The number of the id of these two halves, which it gets now if it is new. */
    int add(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot] == NONE) {
            slots[slot] = append(high, low);
            growIfCrowded();
            return size - 1;
        }
        return slots[slot] - 1;
    }

    int find(UpdateId id) {
        return find(id.value().getMostSignificantBits(), id.value().getLeastSignificantBits());
    }

    /** The number of the id; -1 if the file does not name it. */
    int find(long high, long low) {
        return slots[slot(high, low)] - 1;
    }

    UpdateId get(int number) {
        return new UpdateId(new UUID(high(number), low(number)));
    }

    long high(int number) {
        return parts[number >>> BITS][2 * (number & WITHIN)];
    }

    long low(int number) {
        return parts[number >>> BITS][2 * (number & WITHIN) + 1];
    }

    private int append(long high, long low) {
        int within = size & WITHIN;
        if (within == 0) {
            addPart(size >>> BITS);
        }
        long[] part = parts[size >>> BITS];
        part[2 * within] = high;
        part[2 * within + 1] = low;
        return ++size;
    }

    private void addPart(int number) {
        if (number == parts.length) {
            parts = Arrays.copyOf(parts, 2 * number);
        }
        parts[number] = new long[2 << BITS];
    }

    /** The slot that holds the id, or the free one where it belongs. */
    private int slot(long high, long low) {
        int slot = hash(high, low) & (slots.length - 1);
        while (slots[slot] != NONE && !holds(slots[slot] - 1, high, low)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int number, long high, long low) {
        return high(number) == high && low(number) == low;
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
            slots[slot(high(number), low(number))] = number + 1;
        }
    }
}
