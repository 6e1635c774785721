package io.patchbay.benchmarks;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Randomness by key: what is drawn for one purpose and index depends on the seed and nothing else, so that a larger file begins with what
 * a smaller one holds.
 */
record Randoms(long seed) {
    private static final long PURPOSE_FACTOR = 0xd1342543de82ef95L;
    private static final long INDEX_FACTOR = 0xaf251af3b0f025b5L;

    SplittableRandom of(String purpose, long index) {
        return new SplittableRandom(mix(seed + mix(purpose.hashCode() * PURPOSE_FACTOR + index * INDEX_FACTOR)));
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 29);
    }

    /** Whether the index is of this share. */
    boolean chance(String purpose, long index, double share) {
        return of(purpose, index).nextDouble() < share;
    }

    /** A random UUID (version 4). */
    UUID uuid(String purpose, long index) {
        SplittableRandom random = of(purpose, index);
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63));
    }

    byte[] bytes(String purpose, long index, int length) {
        byte[] bytes = new byte[length];
        of(purpose, index).nextBytes(bytes);
        return bytes;
    }
}
