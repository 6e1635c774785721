package io.patchbay.provider.microsoft.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Many short texts in a few arrays, each with its length before it, so that a text costs its bytes and not an object. */
final class ByteArena {
    private static final int LENGTH_BYTES = 2;
    private static final int LONGEST = 0xffff;
    private static final char LAST_ASCII = 0x7f;
    /** A part has room for the longest text. */
    private static final int BITS = 17;

    private static final int PART = 1 << BITS;
    private static final int WITHIN = PART - 1;

    /** 64 MB; the addresses of a scan file take 13. */
    private static final int MOST_PARTS = 512;

    private byte[][] parts = {new byte[PART]};
    private byte[] last = parts[0];
    private int count = 1;
    /** How much of the last part. */
    private int used;

    /**
     * Keeps the text; returns the place to {@link #get} it from.
     *
     * @throws IllegalArgumentException if it is too long, or all are too much
     */
    int add(CharSequence text) {
        int length = text.length();
        reserve(length);
        int start = used + LENGTH_BYTES;
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter > LAST_ASCII) {
                return add(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            last[start + i] = (byte) letter;
        }
        return end(length);
    }

    private int add(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, last, used + LENGTH_BYTES, encoded.length);
        return end(encoded.length);
    }

    /** Ends a text whose bytes are there; returns its place. */
    private int end(int length) {
        int place = (count - 1) << BITS | used;
        last[used] = (byte) (length >> 8);
        last[used + 1] = (byte) length;
        used += LENGTH_BYTES + length;
        return place;
    }

    String get(int place) {
        return new String(part(place), start(place), length(place), StandardCharsets.UTF_8);
    }

    /** Compares the bytes of two texts. */
    int compare(int one, int two) {
        int first = start(one);
        int second = start(two);
        return Arrays.compareUnsigned(part(one), first, first + length(one), part(two), second, second + length(two));
    }

    private byte[] part(int place) {
        return parts[place >>> BITS];
    }

    private static int start(int place) {
        return (place & WITHIN) + LENGTH_BYTES;
    }

    private int length(int place) {
        byte[] part = part(place);
        int within = place & WITHIN;
        return (part[within] & 0xff) << 8 | (part[within + 1] & 0xff);
    }

    /** Sees to it that the last part has room for a text of so many bytes. */
    private void reserve(int length) {
        if (length > LONGEST) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        if (LENGTH_BYTES + length > PART - used) {
            addPart();
        }
    }

    private void addPart() {
        if (count == MOST_PARTS) {
            throw new IllegalArgumentException("expected less than " + MOST_PARTS * PART + " bytes of addresses");
        }
        if (count == parts.length) {
            parts = Arrays.copyOf(parts, 2 * count);
        }
        last = new byte[PART];
        parts[count++] = last;
        used = 0;
    }
}
