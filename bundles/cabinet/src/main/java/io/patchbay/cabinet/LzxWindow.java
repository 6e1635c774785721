package io.patchbay.cabinet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What an LZX decoder has put out last, as a ring of whole frames, so that no frame wraps around. */
final class LzxWindow {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    /** Up to so many bytes too many are copied, which fall into bytes still to come. */
    private static final int SLACK = 4 * Long.BYTES;
    /** From here on a call that copies all at once pays. */
    private static final int LONG_MATCH = 32;

    private final byte[] bytes;
    /**
     * The length of the ring: one frame more than can be referred to, so that copying too much never spoils such bytes.
     */
    private final int size;

    private int nextFrame;
    /** What has been put out before the current round; anything once the ring has been filled. */
    private int earlier;

    /** Of {@code 1 << window} bytes that can be referred to, but not more than the folder needs. */
    LzxWindow(int window, long needed) {
        int frames = (int) ((Math.min(needed, 1L << window) + Decoder.BLOCK_SIZE - 1) / Decoder.BLOCK_SIZE);
        size = (frames + 1) * Decoder.BLOCK_SIZE;
        bytes = new byte[size + SLACK];
    }

    byte[] bytes() {
        return bytes;
    }

    /** Says where in the ring the next frame goes. */
    int startFrame() {
        if (nextFrame == size) {
            nextFrame = 0;
            earlier = size;
        }
        int start = nextFrame;
        nextFrame += Decoder.BLOCK_SIZE;
        return start;
    }

    /** Repeats bytes put out before; the distance is positive. */
    void copy(int at, int distance, int length) throws MalformedDataException {
        if (distance > at + earlier) {
            throw new MalformedDataException("a match refers to bytes before the beginning");
        }
        int from = distance > at ? at - distance + size : at - distance;
        if (from > size - length) {
            copyAround(at, from, length);
        } else if (distance < Long.BYTES) {
            repeat(at, from, length);
        } else if (length > LONG_MATCH && length <= distance) {
            System.arraycopy(bytes, from, bytes, at, length);
        } else {
            copyByEight(at, from, length);
        }
    }

    /** Most matches that are short are shorter than this: what is copied without asking how many bytes there are needs no branch. */
    private void copyByEight(int at, int from, int length) {
        copySixteen(at, from);
        copySixteen(at + 2 * Long.BYTES, from + 2 * Long.BYTES);
        for (int i = 4 * Long.BYTES; i < length; i += Long.BYTES) {
            copyEight(at + i, from + i);
        }
    }

    private void copySixteen(int at, int from) {
        copyEight(at, from);
        copyEight(at + Long.BYTES, from + Long.BYTES);
    }

    private void copyEight(int at, int from) {
        LONGS.set(bytes, at, (long) LONGS.get(bytes, from));
    }

    private void repeat(int at, int from, int length) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = bytes[from + i];
        }
    }

    private void copyAround(int at, int from, int length) {
        int first = Math.min(length, size - from);
        repeat(at, from, first);
        repeat(at + first, 0, length - first);
    }
}
