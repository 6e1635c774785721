package io.patchbay.cabinet;

/** Decodes the literals and matches of LZX blocks. */
final class LzxMatches {
    private static final int SHORTEST = 2;
    /** How many low bits of a distance have a code of their own in aligned blocks. */
    private static final int ALIGNED_BITS = 3;

    private final LzxInput input;
    private final LzxWindow window;
    private final LzxCodes codes;

    /** The last three distances. */
    private int recent0 = 1;

    private int recent1 = 1;
    private int recent2 = 1;

    LzxMatches(LzxInput input, LzxWindow window, LzxCodes codes) {
        this.input = input;
        this.window = window;
        this.codes = codes;
    }

    void readRecent() throws MalformedDataException {
        recent0 = distance(input.takeInt());
        recent1 = distance(input.takeInt());
        recent2 = distance(input.takeInt());
    }

    /** A distance that cannot be becomes one that is refused if it is ever used. */
    private static int distance(int read) {
        return read <= 0 || read > 1 << LzxDecoder.LARGEST_WINDOW ? Integer.MAX_VALUE : read;
    }

    /** Fills the window from one place to exactly another. */
    void decode(int from, int to, boolean aligned) throws MalformedDataException {
        byte[] bytes = window.bytes();
        LzxBits bits = new LzxBits(input.bits());
        int at = from;
        while (at < to) {
            int symbol = bits.decode(codes.main);
            if (symbol < LzxCodes.LITERALS) {
                bytes[at++] = (byte) symbol;
                continue;
            }
            int length = length(symbol, bits);
            if (length > to - at) {
                throw new MalformedDataException("a match crosses the end of its block or frame");
            }
            int slot = (symbol - LzxCodes.LITERALS) / LzxCodes.LENGTHS_IN_SYMBOL;
            window.copy(at, distance(slot, aligned, bits), length);
            at += length;
        }
        input.bits().moveTo(bits);
    }

    private int length(int symbol, LzxBits bits) {
        int length = symbol % LzxCodes.LENGTHS_IN_SYMBOL;
        if (length == LzxCodes.LENGTHS_IN_SYMBOL - 1) {
            length += bits.decodeLoaded(codes.lengths);
        }
        return length + SHORTEST;
    }

    private int distance(int slot, boolean aligned, LzxBits bits) {
        if (slot < LzxDistances.RECENT_SLOTS) {
            return recentDistance(slot);
        }
        int extraBits = LzxDistances.EXTRA_BITS[slot];
        int distance = LzxDistances.BASE[slot];
        if (aligned && extraBits >= ALIGNED_BITS) {
            distance += bits.takeLoaded(extraBits - ALIGNED_BITS) << ALIGNED_BITS;
            distance += bits.decodeLoaded(codes.aligned);
        } else {
            distance += bits.takeLoaded(extraBits);
        }
        recent2 = recent1;
        recent1 = recent0;
        recent0 = distance;
        return distance;
    }

    private int recentDistance(int slot) {
        int distance = recent0;
        if (slot == 1) {
            distance = recent1;
            recent1 = recent0;
        } else if (slot == 2) {
            distance = recent2;
            recent2 = recent0;
        }
        recent0 = distance;
        return distance;
    }
}
