package io.patchbay.provider.microsoft.scan;

import java.util.Arrays;

/** SHA-1 digests, numbered from 0 in the order in which they appear: their bytes in one array, found by open addressing. */
final class Sha1s {
    static final int LENGTH = 20;
    private static final int NONE = 0;

    private byte[] digests = new byte[LENGTH * 512];
    private int[] slots = new int[1024];
    private int size;

    int size() {
        return size;
    }

    /**
     * The number of the digest, which it gets now if it is new.
     *
     * @throws IllegalArgumentException if that is not 20 bytes
     */
    int add(byte[] sha1) {
        if (sha1.length != LENGTH) {
            throw new IllegalArgumentException("not a SHA-1: " + sha1.length + " bytes");
        }
        int slot = slot(sha1, 0);
        if (slots[slot] == NONE) {
            slots[slot] = append(sha1);
            growIfCrowded();
            return size - 1;
        }
        return slots[slot] - 1;
    }

    /** The number of the digest; -1 if it has none. */
    int find(byte[] sha1) {
        return slots[slot(sha1, 0)] - 1;
    }

    byte[] get(int number) {
        return Arrays.copyOfRange(digests, number * LENGTH, (number + 1) * LENGTH);
    }

    private int append(byte[] sha1) {
        if (size * LENGTH == digests.length) {
            digests = Arrays.copyOf(digests, digests.length * 2);
        }
        System.arraycopy(sha1, 0, digests, size * LENGTH, LENGTH);
        return ++size;
    }

    /** The slot that holds the digest that begins here, or the free one where it belongs. */
    private int slot(byte[] bytes, int start) {
        int slot = hash(bytes, start) & (slots.length - 1);
        while (slots[slot] != NONE && !holds(slots[slot] - 1, bytes, start)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int number, byte[] bytes, int start) {
        int from = number * LENGTH;
        return Arrays.equals(digests, from, from + LENGTH, bytes, start, start + LENGTH);
    }

    /** A SHA-1 is evenly spread as it is: its first bytes will do. */
    private static int hash(byte[] bytes, int start) {
        return bytes[start] << 24
                | (bytes[start + 1] & 0xff) << 16
                | (bytes[start + 2] & 0xff) << 8
                | (bytes[start + 3] & 0xff);
    }

    private void growIfCrowded() {
        if (2 * size <= slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(digests, number * LENGTH)] = number + 1;
        }
    }
}
