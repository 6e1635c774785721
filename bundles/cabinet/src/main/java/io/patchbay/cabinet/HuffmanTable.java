package io.patchbay.cabinet;

import java.util.Arrays;

/**
 * A canonical Huffman code as a table: the next bits index it directly; longer codes continue in a second part of the
 * same array.
 *
 * <p>An entry holds a symbol above {@link #LENGTH_BITS} bits that say how long its code is; a negative entry is the
 * complement of the index at which the second part for these bits begins.
 */
final class HuffmanTable {
    static final int LENGTH_BITS = 6;

    static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;
    static final int LONGEST_CODE = 16;
    /** What decoding gives when no symbol has a code: more than any real symbol. */
    private static final int NO_SYMBOL = 1 << 20;

    private final int firstBits;
    private final int[] sorted;

    private int[] entries;
    private int secondBits;

    /** For so many symbols, indexed by so many bits at once. */
    HuffmanTable(int symbols, int firstBits) {
        this.firstBits = firstBits;
        sorted = new int[symbols];
        entries = new int[1 << firstBits];
    }

    /** The entry of the code with which some bits begin, the first bit highest. */
    int entry(long bits) {
        int entry = entries[(int) (bits >>> -firstBits)];
        return entry >= 0 ? entry : entries[~entry + (int) (bits << firstBits >>> -secondBits)];
    }

    /** Whether no symbol has a code, so that none can be decoded. */
    boolean isEmpty() {
        return entries[0] >> LENGTH_BITS == NO_SYMBOL;
    }

    /**
     * Takes the length of each symbol's code, nought for a symbol that does not occur; refuses what is not a complete
     * code.
     */
    void build(byte[] lengths) throws MalformedDataException {
        int[] counts = new int[LONGEST_CODE + 1];
        for (int symbol = 0; symbol < sorted.length; symbol++) {
            counts[lengths[symbol]]++;
        }
        if (counts[0] == sorted.length) {
            Arrays.fill(entries, NO_SYMBOL << LENGTH_BITS);
            return;
        }
        checkComplete(counts);
        fill(lengths, sort(lengths, counts));
    }

    private static void checkComplete(int[] counts) throws MalformedDataException {
        int used = 0;
        for (int length = 1; length <= LONGEST_CODE; length++) {
            used += counts[length] << (LONGEST_CODE - length);
        }
        if (used != 1 << LONGEST_CODE) {
            throw new MalformedDataException(
                    "a Huffman code is " + (used >> LONGEST_CODE > 0 ? "ambiguous" : "incomplete"));
        }
    }

    /** Sorts the symbols by length, then number, which is the order of their codes; says how many there are. */
    private int sort(byte[] lengths, int[] counts) {
        int[] next = new int[LONGEST_CODE + 2];
        for (int length = 1; length <= LONGEST_CODE; length++) {
            next[length + 1] = next[length] + counts[length];
        }
        for (int symbol = 0; symbol < sorted.length; symbol++) {
            if (lengths[symbol] > 0) {
                sorted[next[lengths[symbol]]++] = symbol;
            }
        }
        return next[LONGEST_CODE + 1];
    }

    /**
     * Codes in their order fill the table from its start, because a canonical code is one ascending sequence of
     * numbers.
     */
    private void fill(byte[] lengths, int symbols) {
        int filled = 0;
        int i = 0;
        for (; i < symbols && lengths[sorted[i]] <= firstBits; i++) {
            filled = put(filled, sorted[i], lengths[sorted[i]], firstBits);
        }
        int longest = lengths[sorted[symbols - 1]];
        secondBits = Math.max(0, longest - firstBits);
        int second = link(filled);
        for (; i < symbols; i++) {
            second = put(second, sorted[i], lengths[sorted[i]], longest);
        }
    }

    /** Lets the first part's free entries point to the second part; says where that begins. */
    private int link(int filled) {
        int first = 1 << firstBits;
        int needed = first + ((first - filled) << secondBits);
        if (needed > entries.length) {
            entries = Arrays.copyOf(entries, needed);
        }
        for (int i = filled; i < first; i++) {
            entries[i] = ~(first + ((i - filled) << secondBits));
        }
        return first;
    }

    private int put(int from, int symbol, int length, int bits) {
        int to = from + (1 << (bits - length));
        Arrays.fill(entries, from, to, (symbol << LENGTH_BITS) | length);
        return to;
    }
}
