package io.patchbay.cabinet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A canonical Huffman code made for the frequencies of symbols. */
final class HuffmanCode {
    /** A symbol, or two nodes under one. */
    private record Node(long frequency, int symbol, @Nullable Node left, @Nullable Node right) {}

    private final byte[] lengths;
    private final int[] codes;

    private HuffmanCode(byte[] lengths) {
        this.lengths = lengths;
        codes = new int[lengths.length];
        int code = 0;
        for (int length = 1; length <= HuffmanTable.LONGEST_CODE; length++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = code++;
                }
            }
            code <<= 1;
        }
    }

    /** The best code with no length over {@code longest}, or nearly; frequencies may get changed. */
    static HuffmanCode of(int[] frequencies, int longest) {
        if (Arrays.stream(frequencies).allMatch(frequency -> frequency == 0)) {
            return new HuffmanCode(new byte[frequencies.length]);
        }
        // A complete code has two symbols at least.
        for (int i = 0;
                Arrays.stream(frequencies).filter(frequency -> frequency > 0).count() < 2;
                i++) {
            frequencies[i] = Math.max(1, frequencies[i]);
        }
        byte[] lengths = lengths(frequencies);
        while (longest(lengths) > longest) {
            Arrays.setAll(frequencies, i -> frequencies[i] == 0 ? 0 : frequencies[i] / 2 + 1);
            lengths = lengths(frequencies);
        }
        return new HuffmanCode(lengths);
    }

    private static byte[] lengths(int[] frequencies) {
        PriorityQueue<Node> nodes =
                new PriorityQueue<>(Comparator.comparingLong(Node::frequency).thenComparingInt(Node::symbol));
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            if (frequencies[symbol] > 0) {
                nodes.add(new Node(frequencies[symbol], symbol, null, null));
            }
        }
        while (nodes.size() > 1) {
            Node left = nodes.remove();
            Node right = nodes.remove();
            nodes.add(new Node(left.frequency + right.frequency, left.symbol, left, right));
        }
        byte[] lengths = new byte[frequencies.length];
        assign(nodes.remove(), 0, lengths);
        return lengths;
    }

    private static void assign(Node node, int depth, byte[] lengths) {
        if (node.left == null || node.right == null) {
            lengths[node.symbol] = (byte) depth;
            return;
        }
        assign(node.left, depth + 1, lengths);
        assign(node.right, depth + 1, lengths);
    }

    private static int longest(byte[] lengths) {
        int longest = 0;
        for (byte length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    int code(int symbol) {
        return codes[symbol];
    }

    byte[] lengths() {
        return lengths;
    }
}
