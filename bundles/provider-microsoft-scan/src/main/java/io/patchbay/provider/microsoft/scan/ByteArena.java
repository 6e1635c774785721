package io.patchbay.provider.microsoft.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many short texts in one array, each with its length before it, so that a text costs its bytes and not an object. */
final class ByteArena {
    private static final int LENGTH_BYTES = 2;
    private static final int LONGEST = 0xffff;
    private static final char LAST_ASCII = 0x7f;

    private byte[] bytes = new byte[1024];
    private int used;

    /** Keeps the text; returns the place to {@link #get} it from. */
    int add(CharSequence text) {
        int length = text.length();
        reserve(LENGTH_BYTES + length);
        int start = used + LENGTH_BYTES;
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter > LAST_ASCII) {
                return add(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            bytes[start + i] = (byte) letter;
        }
        return end(length);
    }

    private int add(byte[] encoded) {
        reserve(LENGTH_BYTES + encoded.length);
        System.arraycopy(encoded, 0, bytes, used + LENGTH_BYTES, encoded.length);
        return end(encoded.length);
    }

    /** Ends a text whose bytes are there; returns its place. */
    private int end(int length) {
        if (length > LONGEST) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        int place = used;
        bytes[place] = (byte) (length >> 8);
        bytes[place + 1] = (byte) length;
        used += LENGTH_BYTES + length;
        return place;
    }

    String get(int place) {
        return new String(bytes, place + LENGTH_BYTES, length(place), StandardCharsets.UTF_8);
    }

    /** Compares the bytes of two texts. */
    int compare(int one, int two) {
        int first = one + LENGTH_BYTES;
        int second = two + LENGTH_BYTES;
        return Arrays.compareUnsigned(bytes, first, first + length(one), bytes, second, second + length(two));
    }

    private int length(int place) {
        return (bytes[place] & 0xff) << 8 | (bytes[place + 1] & 0xff);
    }

    private void reserve(int length) {
        if (length > bytes.length - used) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length));
        }
    }
}
