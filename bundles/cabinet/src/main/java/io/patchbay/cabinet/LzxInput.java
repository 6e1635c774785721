package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The content of one LZX data block: bits, which stand in little-endian 16-bit words, and the bytes that uncompressed
 * parts hold between them.
 */
final class LzxInput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWER_BYTES = 0x00FF00FF00FF00FFL;
    private static final int WORD = Short.BYTES;

    private byte[] block = {};
    private int length;
    private int position;

    /**
     * The block from {@link #swappedFrom} on with the bytes of each word swapped, which makes its bits one sequence.
     */
    private byte[] swapped = {};

    private int swappedFrom;
    private LzxBits bits = new LzxBits(swapped, 0);

    void start(byte[] block, int length) {
        this.block = block;
        this.length = length;
        position = 0;
        turnToBits();
    }

    LzxBits bits() {
        return bits;
    }

    /** Turns from bits to bytes, which begin with the next word even if a word has just ended. */
    void turnToBytes() {
        position = swappedFrom + (bits.taken() / Short.SIZE + 1) * WORD;
    }

    int takeInt() throws MalformedDataException {
        int from = advance(Integer.BYTES);
        return (int) INTS.get(block, from);
    }

    void takeBytes(byte[] into, int offset, int count) throws MalformedDataException {
        System.arraycopy(block, advance(count), into, offset, count);
    }

    private int advance(int count) throws MalformedDataException {
        int from = position;
        if (count > length - from) {
            throw LzxBits.cutShort();
        }
        position += count;
        return from;
    }

    /** Passes over a byte that fills up a word. */
    void skipPadding() {
        position = Math.min(position + 1, length);
    }

    /** Turns from bytes to bits. */
    void turnToBits() {
        int left = length - position;
        int whole = left & -WORD;
        int even = (left + 1) & -WORD;
        if (swapped.length < even + LzxBits.SLACK) {
            swapped = new byte[2 * even + LzxBits.SLACK];
        }
        Arrays.fill(swapped, whole, even + LzxBits.SLACK, (byte) 0);
        swap(whole);
        if (whole < even) {
            swapped[whole + 1] = block[length - 1];
        }
        swappedFrom = position;
        bits = new LzxBits(swapped, even);
    }

    private void swap(int count) {
        int i = 0;
        for (; i + Long.BYTES <= count; i += Long.BYTES) {
            long words = (long) LONGS.get(block, position + i);
            LONGS.set(swapped, i, ((words & LOWER_BYTES) << Byte.SIZE) | ((words >>> Byte.SIZE) & LOWER_BYTES));
        }
        for (; i < count; i += WORD) {
            swapped[i] = block[position + i + 1];
            swapped[i + 1] = block[position + i];
        }
    }
}
