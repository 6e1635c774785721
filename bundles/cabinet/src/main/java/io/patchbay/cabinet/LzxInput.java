package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of one LZX data block, which stand in little-endian 16-bit words with the first bit highest, and the bytes that uncompressed
 * parts hold between them.
 */
final class LzxInput {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final int ALIGNMENT = 2;

    private byte[] raw = {};
    private int rawLength;
    private int rawPosition;

    /** The raw bytes from {@link #swappedFrom} on with each pair swapped, so that bits can be read in one sequence; noughts behind. */
    private byte[] swapped = {};

    private int swappedFrom;
    /** The last position from which bits may be taken. */
    private int last;

    /** The next bits, highest first, and how many of them are valid. */
    private long bits;

    private int count;
    private int position;

    void start(byte[] block, int length) {
        raw = block;
        rawLength = length;
        rawPosition = 0;
        resumeBits();
    }

    /** The next bits as a number; up to 32. */
    int take(int number) throws MalformedDataException {
        refill();
        return takeLoaded(number);
    }

    /** Sees to it that at least 56 bits can be taken. */
    void refill() throws MalformedDataException {
        if (position > last) {
            throw cutShort();
        }
        bits |= (long) LONGS.get(swapped, position) >>> count;
        position += (63 - count) >>> 3;
        count |= 56;
    }

    /** The next bits as a number, without a look whether there are so many. */
    int takeLoaded(int number) {
        int value = (int) (bits >>> 1 >>> (63 - number));
        bits <<= number;
        count -= number;
        return value;
    }

    int decode(HuffmanTable table) throws MalformedDataException {
        refill();
        return decodeLoaded(table);
    }

    int decodeLoaded(HuffmanTable table) {
        int[] entries = table.entries();
        int entry = entries[(int) (bits >>> -table.firstBits())];
        if (entry < 0) {
            entry = entries[~entry + (int) (bits << table.firstBits() >>> -table.secondBits())];
        }
        bits <<= entry;
        count -= entry & 63;
        return entry >> HuffmanTable.LENGTH_BITS;
    }

    /** Turns from bits to bytes, which begin at the next word even if a word has just ended. */
    void turnToBytes() {
        int consumed = position * Byte.SIZE - count;
        rawPosition = swappedFrom + (consumed / Short.SIZE + 1) * ALIGNMENT;
    }

    int takeInt() throws MalformedDataException {
        int from = advance(Integer.BYTES);
        return (int) INTS.get(raw, from);
    }

    void takeBytes(byte[] into, int offset, int length) throws MalformedDataException {
        System.arraycopy(raw, advance(length), into, offset, length);
    }

    private int advance(int length) throws MalformedDataException {
        int from = rawPosition;
        if (length > rawLength - from) {
            throw cutShort();
        }
        rawPosition += length;
        return from;
    }

    /** Passes over a byte that fills up a word. */
    void skipPadding() {
        rawPosition = Math.min(rawPosition + 1, rawLength);
    }

    /** Turns from bytes to bits. */
    void resumeBits() {
        int even = (rawLength - rawPosition + 1) & -ALIGNMENT;
        if (swapped.length < even + 2 * Long.BYTES) {
            swapped = new byte[2 * even + 2 * Long.BYTES];
        }
        swappedFrom = rawPosition;
        swap(rawLength - rawPosition);
        Arrays.fill(swapped, even, even + 2 * Long.BYTES, (byte) 0);
        if (((rawLength - rawPosition) & 1) != 0) {
            swapped[even - 1] = raw[rawLength - 1];
            swapped[even - 2] = 0;
        }
        last = even + Long.BYTES - 1;
        position = 0;
        bits = 0;
        count = 0;
    }

    private void swap(int length) {
        int i = 0;
        for (; i + Long.BYTES <= length; i += Long.BYTES) {
            long eight = (long) LONGS.get(raw, rawPosition + i);
            LONGS.set(swapped, i, ((eight & EVEN_BYTES) << Byte.SIZE) | ((eight >>> Byte.SIZE) & EVEN_BYTES));
        }
        for (; i + 1 < length; i += ALIGNMENT) {
            swapped[i] = raw[rawPosition + i + 1];
            swapped[i + 1] = raw[rawPosition + i];
        }
    }

    /** Refuses a block of which more bits were taken than it has. */
    void finish() throws MalformedDataException {
        if (position * Byte.SIZE - count > (last - Long.BYTES + 1) * Byte.SIZE) {
            throw cutShort();
        }
    }

    private static MalformedDataException cutShort() {
        return new MalformedDataException("the compressed data end too early");
    }
}
