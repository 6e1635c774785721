package io.patchbay.catalog.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes that is used again. */
final class Bytes {
    private byte[] array = new byte[256];
    private int size;

    byte[] array() {
        return array;
    }

    int size() {
        return size;
    }

    byte[] copy() {
        return Arrays.copyOf(array, size);
    }

    void clear() {
        size = 0;
    }

    /** A number that is not negative, in seven bits a byte, the lowest first. */
    void number(long value) {
        reserve(10);
        long rest = value;
        while (rest > 0x7f) {
            array[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        array[size++] = (byte) rest;
    }

    /** Any number, in eight bytes. */
    void word(long value) {
        reserve(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            array[size++] = (byte) (value >>> shift);
        }
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        put(bytes, 0, bytes.length);
    }

    void put(byte[] bytes, int start, int count) {
        reserve(count);
        System.arraycopy(bytes, start, array, size, count);
        size += count;
    }

    void put(ByteBuffer bytes) {
        int count = bytes.remaining();
        reserve(count);
        bytes.get(array, size, count);
        size += count;
    }

    private void reserve(int count) {
        if (count > array.length - size) {
            array = Arrays.copyOf(array, Math.max(2 * array.length, size + count));
        }
    }
}
