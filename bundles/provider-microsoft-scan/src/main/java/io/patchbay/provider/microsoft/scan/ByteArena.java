package io.patchbay.provider.microsoft.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many short texts in one array, each with its length before it, so that a text costs its bytes and not an object. */
final class ByteArena {
    private static final int LENGTH_BYTES = 2;
    private static final int LONGEST = 0xffff;

    private byte[] bytes = new byte[1024];
    private int used;

    /** Keeps the text; returns the place to {@link #get} it from. */
    int add(CharSequence text) {
        byte[] encoded = text.toString().getBytes(StandardCharsets.UTF_8);
        if (encoded.length > LONGEST) {
            throw new IllegalArgumentException("a text of " + encoded.length + " bytes");
        }
        int place = used;
        reserve(LENGTH_BYTES + encoded.length);
        bytes[used++] = (byte) (encoded.length >> 8);
        bytes[used++] = (byte) encoded.length;
        System.arraycopy(encoded, 0, bytes, used, encoded.length);
        used += encoded.length;
        return place;
    }

    String get(int place) {
        return new String(bytes, place + LENGTH_BYTES, length(place), StandardCharsets.UTF_8);
    }

    /** Writes down the text at a place. */
    void describe(int place, RowDigest out) {
        out.put(bytes, place + LENGTH_BYTES, length(place));
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
