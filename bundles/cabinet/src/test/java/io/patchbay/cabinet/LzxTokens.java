package io.patchbay.cabinet;

import java.util.Arrays;

/** The literals and matches of one block, with the frequencies of their symbols. */
final class LzxTokens {
    private static final int MAIN_BITS = 10;
    private static final int LENGTH_BITS = 9;

    private final long[] tokens;
    private final int slots;

    private int count;
    int[] main = {};
    int[] lengths = {};
    int[] aligned = {};

    /** For at most so many tokens. */
    LzxTokens(int most, int slots) {
        tokens = new long[most];
        this.slots = slots;
    }

    void clear() {
        count = 0;
        main = new int[LzxCodes.LITERALS + LzxCodes.LENGTHS_IN_SYMBOL * slots];
        lengths = new int[249];
        aligned = new int[8];
        // Readers want a code for the low bits even where no distance uses it.
        Arrays.fill(aligned, 1);
    }

    int count() {
        return count;
    }

    void addLiteral(int literal) {
        main[literal]++;
        tokens[count++] = literal;
    }

    /** Adds a match by its slot and where in the slot its distance is. */
    void addMatch(int length, int slot, int extra) {
        int inSymbol = Math.min(LzxCodes.LENGTHS_IN_SYMBOL - 1, length - 2);
        int symbol = LzxCodes.LITERALS + slot * LzxCodes.LENGTHS_IN_SYMBOL + inSymbol;
        main[symbol]++;
        int rest = length - 2 - inSymbol;
        if (inSymbol == LzxCodes.LENGTHS_IN_SYMBOL - 1) {
            lengths[rest]++;
        }
        if (LzxDistances.EXTRA_BITS[slot] >= 3) {
            aligned[extra & 7]++;
        }
        tokens[count++] = symbol | ((long) rest << MAIN_BITS) | ((long) extra << (MAIN_BITS + LENGTH_BITS));
    }

    int symbol(int token) {
        return (int) tokens[token] & ((1 << MAIN_BITS) - 1);
    }

    /** What the length has above what its symbol says. */
    int rest(int token) {
        return (int) (tokens[token] >>> MAIN_BITS) & ((1 << LENGTH_BITS) - 1);
    }

    int extra(int token) {
        return (int) (tokens[token] >>> (MAIN_BITS + LENGTH_BITS));
    }
}
