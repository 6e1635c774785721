package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Finds earlier occurrences of bytes by chains of equal hashes; positions are counted from the start of the folder. */
final class LzxMatchFinder {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int HASH_BITS = 17;
    private static final int HASH_BYTES = 4;
    private static final int LONGEST_CHAIN = 6;
    /** Long enough not to look for a longer one. */
    private static final int GOOD_LENGTH = 96;

    private final int window;
    private final byte[] ring;
    private final int mask;
    private final int[] newest = new int[1 << HASH_BITS];
    private final int[] older;

    private int end;
    private int distance;

    /** For a window of so many bytes and blocks of at most so many. */
    LzxMatchFinder(int window, int blockSize) {
        this.window = window;
        int size = Integer.highestOneBit(window + blockSize) << 1;
        // The start of the ring again, so that eight bytes can be read anywhere.
        ring = new byte[size + Long.BYTES];
        mask = size - 1;
        older = new int[size];
        Arrays.fill(newest, -1);
    }

    /** Takes the next bytes of the folder. */
    void add(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int at = end++ & mask;
            ring[at] = bytes[i];
            if (at < Long.BYTES) {
                ring[mask + 1 + at] = bytes[i];
            }
        }
    }

    /** Makes a position known as the start of a possible match. */
    void insert(int position) {
        int hash = hash(position);
        older[position & mask] = newest[hash];
        newest[hash] = position;
    }

    /**
     * The length of the best match found, at most {@code most}; nought without. Its distance is {@link #distance()}.
     */
    int find(int position, int most) {
        int best = HASH_BYTES - 1;
        int candidate = newest[hash(position)];
        for (int i = 0; i < LONGEST_CHAIN && isInWindow(candidate, position) && best < GOOD_LENGTH; i++) {
            int length = length(position, candidate, most);
            if (length > best) {
                best = length;
                distance = position - candidate;
            }
            candidate = older[candidate & mask];
        }
        return best < HASH_BYTES ? 0 : best;
    }

    int distance() {
        return distance;
    }

    private boolean isInWindow(int candidate, int position) {
        return candidate >= 0 && candidate < position && position - candidate <= window - 3;
    }

    /** How many bytes are equal at two positions. */
    int length(int position, int candidate, int most) {
        int length = 0;
        while (length < most) {
            long difference = eight(position + length) ^ eight(candidate + length);
            if (difference != 0) {
                return Math.min(most, length + Long.numberOfTrailingZeros(difference) / Byte.SIZE);
            }
            length += Long.BYTES;
        }
        return most;
    }

    private long eight(int position) {
        return (long) LONGS.get(ring, position & mask);
    }

    private int hash(int position) {
        return (int) eight(position) * 0x9E3779B1 >>> (Integer.SIZE - HASH_BITS);
    }
}
