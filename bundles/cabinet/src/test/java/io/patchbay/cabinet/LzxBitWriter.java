package io.patchbay.cabinet;

import java.io.ByteArrayOutputStream;

/** Writes bits into little-endian 16-bit words, the first bit highest. */
final class LzxBitWriter {
    private static final int WORD = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(Decoder.BLOCK_SIZE);
    private long bits;
    private int count;

    /** Writes the lowest {@code number} bits, at most 32. */
    void write(int value, int number) {
        bits = (bits << number) | (value & ((1L << number) - 1));
        count += number;
        while (count >= WORD) {
            count -= WORD;
            int word = (int) (bits >>> count);
            out.write(word);
            out.write(word >>> Byte.SIZE);
        }
    }

    void write(HuffmanCode code, int symbol) {
        write(code.code(symbol), code.length(symbol));
    }

    /** Goes on to the next word, and over a whole one if none has begun. */
    void turnToBytes() {
        write(0, WORD - count);
    }

    void writeBytes(byte[] bytes, int from, int length) {
        out.write(bytes, from, length);
    }

    /** Ends a frame and gives its bytes. */
    byte[] finishFrame() {
        if (count > 0) {
            turnToBytes();
        }
        byte[] frame = out.toByteArray();
        out.reset();
        return frame;
    }
}
