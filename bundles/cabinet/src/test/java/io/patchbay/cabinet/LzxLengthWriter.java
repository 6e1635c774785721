package io.patchbay.cabinet;

import java.util.ArrayList;
import java.util.List;

/** Writes the code lengths of a block as differences from the block before. */
final class LzxLengthWriter {
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int SYMBOLS = 20;
    private static final int LONGEST_CODE = 15;

    /** A symbol, and how many bits of what value follow it. */
    private record Item(int symbol, int extra, int extraBits) {}

    private final LzxBitWriter out;

    LzxLengthWriter(LzxBitWriter out) {
        this.out = out;
    }

    /** Writes a part of the lengths and keeps them for the next block. */
    void write(byte[] previous, byte[] lengths, int from, int to) {
        List<Item> items = items(previous, lengths, from, to);
        int[] frequencies = new int[SYMBOLS];
        items.forEach(item -> frequencies[item.symbol]++);
        HuffmanCode code = HuffmanCode.of(frequencies, LONGEST_CODE);
        for (byte length : code.lengths()) {
            out.write(length, 4);
        }
        for (Item item : items) {
            out.write(code, item.symbol);
            out.write(item.extra, item.extraBits);
        }
        System.arraycopy(lengths, from, previous, from, to - from);
    }

    private static List<Item> items(byte[] previous, byte[] lengths, int from, int to) {
        List<Item> items = new ArrayList<>();
        int i = from;
        while (i < to) {
            int zeros = zeros(lengths, i, to);
            if (zeros >= 20) {
                zeros = Math.min(zeros, 51);
                items.add(new Item(MANY_ZEROS, zeros - 20, 5));
            } else if (zeros >= 4) {
                items.add(new Item(ZEROS, zeros - 4, 4));
            } else {
                zeros = 1;
                items.add(new Item((previous[i] - lengths[i] + 17) % 17, 0, 0));
            }
            i += zeros;
        }
        return items;
    }

    private static int zeros(byte[] lengths, int from, int to) {
        int end = from;
        while (end < to && lengths[end] == 0) {
            end++;
        }
        return end - from;
    }
}
