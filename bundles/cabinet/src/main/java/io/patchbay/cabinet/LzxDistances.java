package io.patchbay.cabinet;

/**
 * The slots in which LZX writes the distances of matches: each begins somewhere and takes so many bits more to say
 * where in it.
 */
final class LzxDistances {
    /** The first slots name the last three distances instead of a new one. */
    static final int RECENT_SLOTS = 3;

    private static final int MOST_SLOTS = 50;
    private static final int MOST_EXTRA_BITS = 17;
    /** Where each slot begins, as a distance. */
    static final int[] BASE = new int[MOST_SLOTS];
    /** How many bits follow each slot. */
    static final int[] EXTRA_BITS = new int[MOST_SLOTS];

    static {
        int base = -2;
        for (int slot = 0; slot < MOST_SLOTS; slot++) {
            BASE[slot] = base;
            EXTRA_BITS[slot] = slot < 4 ? 0 : Math.min(MOST_EXTRA_BITS, slot / 2 - 1);
            base += 1 << EXTRA_BITS[slot];
        }
    }

    private LzxDistances() {}

    /** How many slots a window of {@code 1 << window} bytes needs. */
    static int slots(int window) {
        int slots = 0;
        while (slots < MOST_SLOTS && BASE[slots] + 2 < 1 << window) {
            slots++;
        }
        return slots;
    }
}
