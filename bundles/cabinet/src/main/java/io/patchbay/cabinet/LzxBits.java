package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A place in a sequence of bits, the first bit highest. Loops work on a copy of their own, which the compiler keeps in
 * registers.
 */
final class LzxBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    /** How many bytes hold bits; {@link #SLACK} noughts follow. */
    private final int length;

    private int position;
    /** The next bits, highest first, and how many of them are valid. */
    private long bits;

    private int count;

    /** How many bytes behind the last are read, but never used. */
    static final int SLACK = 2 * Long.BYTES;

    /** The bits of so many bytes, which {@link #SLACK} noughts follow. */
    LzxBits(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** A copy. */
    LzxBits(LzxBits from) {
        this(from.bytes, from.length);
        moveTo(from);
    }

    /** Goes to where a copy has got. */
    void moveTo(LzxBits copy) {
        position = copy.position;
        bits = copy.bits;
        count = copy.count;
    }

    /** The next bits as a number; up to 32. */
    int take(int number) throws MalformedDataException {
        refill();
        return takeLoaded(number);
    }

    int decode(HuffmanTable table) throws MalformedDataException {
        refill();
        return decodeLoaded(table);
    }

    /** Sees to it that at least 56 bits can be taken. */
    private void refill() throws MalformedDataException {
        if (position >= length + Long.BYTES) {
            throw cutShort();
        }
        bits |= (long) LONGS.get(bytes, position) >>> count;
        position += (63 - count) >>> 3;
        count |= 56;
    }

    /** The next bits as a number, where it is known that they have been loaded. */
    int takeLoaded(int number) {
        int value = (int) (bits >>> 1 >>> (63 - number));
        bits <<= number;
        count -= number;
        return value;
    }

    /** The next symbol, where it is known that its bits have been loaded. */
    int decodeLoaded(HuffmanTable table) {
        int entry = table.entry(bits);
        bits <<= entry;
        count -= entry & HuffmanTable.LENGTH_MASK;
        return entry >> HuffmanTable.LENGTH_BITS;
    }

    /** How many bits have been taken. */
    int taken() {
        return position * Byte.SIZE - count;
    }

    /** Refuses that more bits were taken than there are. */
    void finish() throws MalformedDataException {
        if (taken() > length * Byte.SIZE) {
            throw cutShort();
        }
    }

    static MalformedDataException cutShort() {
        return new MalformedDataException("the compressed data end too early");
    }
}
