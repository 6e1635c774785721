package io.patchbay.cabinet;

import java.util.Arrays;

/**
 * The Huffman codes of LZX. Each block's code lengths are differences from those of the block before, themselves
 * Huffman coded.
 */
final class LzxCodes {
    static final int LITERALS = 256;
    /** Match symbols come in groups of eight, one for each length written in the symbol itself. */
    static final int LENGTHS_IN_SYMBOL = 8;

    private static final int LONG_LENGTHS = 249;
    private static final int ALIGNED_SYMBOLS = 8;
    private static final int LENGTH_SYMBOLS = 20;
    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int SAME = 19;

    private final byte[] mainLengths;
    private final byte[] longLengths = new byte[LONG_LENGTHS];
    private final byte[] alignedLengths = new byte[ALIGNED_SYMBOLS];
    private final byte[] lengthLengths = new byte[LENGTH_SYMBOLS];

    private final HuffmanTable lengthTable = new HuffmanTable(LENGTH_SYMBOLS, 8);
    /** Literals, and matches by the slot of their distance and their length. */
    final HuffmanTable main;
    /** The lengths of matches that have no room in a main symbol. */
    final HuffmanTable lengths = new HuffmanTable(LONG_LENGTHS, 9);
    /** The low three bits of distances. */
    final HuffmanTable aligned = new HuffmanTable(ALIGNED_SYMBOLS, 7);

    LzxCodes(int slots) {
        mainLengths = new byte[LITERALS + LENGTHS_IN_SYMBOL * slots];
        main = new HuffmanTable(mainLengths.length, 11);
    }

    /** Whether a literal can occur in the current block. */
    boolean hasLiteral(int literal) {
        return mainLengths[literal] > 0;
    }

    void readAligned(LzxBits bits) throws MalformedDataException {
        for (int i = 0; i < ALIGNED_SYMBOLS; i++) {
            alignedLengths[i] = (byte) bits.take(3);
        }
        aligned.build(alignedLengths);
        refuseEmpty(aligned);
    }

    void readMainAndLengths(LzxBits bits) throws MalformedDataException {
        readDifferences(bits, mainLengths, 0, LITERALS);
        readDifferences(bits, mainLengths, LITERALS, mainLengths.length);
        main.build(mainLengths);
        refuseEmpty(main);
        readDifferences(bits, longLengths, 0, LONG_LENGTHS);
        lengths.build(longLengths);
    }

    private static void refuseEmpty(HuffmanTable table) throws MalformedDataException {
        if (table.isEmpty()) {
            throw new MalformedDataException("a Huffman code has no symbols");
        }
    }

    private void readDifferences(LzxBits bits, byte[] lengths, int from, int to) throws MalformedDataException {
        for (int i = 0; i < LENGTH_SYMBOLS; i++) {
            lengthLengths[i] = (byte) bits.take(4);
        }
        lengthTable.build(lengthLengths);
        int i = from;
        while (i < to) {
            int symbol = bits.decode(lengthTable);
            i = symbol <= HuffmanTable.LONGEST_CODE
                    ? put(lengths, i, i + 1, symbol)
                    : readRun(bits, lengths, i, to, symbol);
        }
    }

    /** Packers may let a run go on beyond the last length. */
    private int readRun(LzxBits bits, byte[] lengths, int from, int to, int symbol) throws MalformedDataException {
        return switch (symbol) {
            case ZEROS -> clear(lengths, from, Math.min(to, from + 4 + bits.take(4)));
            case MANY_ZEROS -> clear(lengths, from, Math.min(to, from + 20 + bits.take(5)));
            case SAME -> {
                int end = Math.min(to, from + 4 + bits.take(1));
                yield put(lengths, from, end, bits.decode(lengthTable));
            }
            default -> throw new MalformedDataException("code lengths are written without a code");
        };
    }

    private static int clear(byte[] lengths, int from, int to) {
        Arrays.fill(lengths, from, to, (byte) 0);
        return to;
    }

    /** Sets some lengths to one value, which differs from the first's old length by what was read, modulo 17. */
    private static int put(byte[] lengths, int from, int to, int difference) throws MalformedDataException {
        if (difference > HuffmanTable.LONGEST_CODE) {
            throw new MalformedDataException("a code length is impossible");
        }
        int length = lengths[from] - difference;
        Arrays.fill(lengths, from, to, (byte) (length < 0 ? length + HuffmanTable.LONGEST_CODE + 1 : length));
        return to;
    }
}
