package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The checksum of a data block: the exclusive or of its little-endian words, the word of its two sizes included. */
final class Checksum {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private Checksum() {}

    /** Of the first {@code length} bytes, which decode to {@code size}. */
    static int of(byte[] block, int length, int size) {
        long words = 0;
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            words ^= (long) LONGS.get(block, i);
        }
        int word = (int) words ^ (int) (words >>> Integer.SIZE) ^ (length | (size << 16));
        if (i + Integer.BYTES <= length) {
            word ^= (int) INTS.get(block, i);
            i += Integer.BYTES;
        }
        return word ^ tail(block, i, length);
    }

    /** The last one to three bytes form a word in the opposite order. */
    private static int tail(byte[] block, int from, int length) {
        int tail = 0;
        for (int i = from; i < length; i++) {
            tail = (tail << 8) | (block[i] & 0xFF);
        }
        return tail;
    }
}
