package io.patchbay.cabinet;

import java.util.ArrayList;
import java.util.List;

/** Encodes LZX: greedy matches, one Huffman code a block, frames of 32 KiB. */
final class LzxEncoder implements Encoder {
    private static final int LONGEST_MATCH = 257;
    private static final int SHORTEST_RECENT = 3;

    private final int window;
    private final LzxBlockKind[] kinds;
    private final int fileSize;
    private final LzxMatchFinder finder;
    private final LzxTokens tokens;
    private final LzxBlockWriter writer;
    private final byte[] block;
    private final int[] recent = {1, 1, 1};

    private int filled;
    private int blocks;
    /** Where in the folder the current block begins. */
    private int start;

    LzxEncoder(int window, int blockSize, int fileSize, LzxBlockKind... kinds) {
        this.window = window;
        this.kinds = kinds.clone();
        this.fileSize = fileSize;
        finder = new LzxMatchFinder(1 << window, blockSize);
        tokens = new LzxTokens(blockSize, LzxDistances.slots(window));
        writer = new LzxBlockWriter(LzxDistances.slots(window), fileSize);
        block = new byte[blockSize];
    }

    @Override
    public int compression() {
        return Compression.LZX | (window << 8);
    }

    @Override
    public void encode(byte[] bytes, int length) {
        byte[] frame = bytes.clone();
        if (fileSize > 0) {
            CallEncoding.apply(frame, length, start + filled, fileSize);
        }
        int taken = 0;
        while (taken < length) {
            int count = Math.min(length - taken, block.length - filled);
            System.arraycopy(frame, taken, block, filled, count);
            taken += count;
            filled += count;
            if (filled == block.length) {
                endBlock();
            }
        }
    }

    private void endBlock() {
        finder.add(block, filled);
        LzxBlockKind kind = kinds[blocks++ % kinds.length];
        if (kind == LzxBlockKind.UNCOMPRESSED) {
            writer.writeUncompressed(block, filled, recent);
        } else {
            tokenize();
            writer.write(kind, tokens, filled);
        }
        start += filled;
        filled = 0;
    }

    private void tokenize() {
        tokens.clear();
        int position = start;
        int end = start + filled;
        while (position < end) {
            int frameEnd = (position / Decoder.BLOCK_SIZE + 1) * Decoder.BLOCK_SIZE;
            int length = addToken(position, Math.min(LONGEST_MATCH, Math.min(frameEnd, end) - position));
            for (int i = 0; i < length; i++) {
                finder.insert(position++);
            }
        }
    }

    /** Adds what comes next and says how long it is: a recent distance, a new one or a literal. */
    private int addToken(int position, int most) {
        int found = finder.find(position, most);
        for (int i = 0; i < recent.length; i++) {
            int length = recent[i] > position ? 0 : finder.length(position, position - recent[i], most);
            if (length >= SHORTEST_RECENT && length + 1 >= found) {
                int distance = recent[i];
                recent[i] = recent[0];
                recent[0] = distance;
                tokens.addMatch(length, i, 0);
                return length;
            }
        }
        if (found == 0) {
            tokens.addLiteral(block[position - start] & 0xFF);
            return 1;
        }
        addNewDistance(found, finder.distance());
        return found;
    }

    private void addNewDistance(int length, int distance) {
        recent[2] = recent[1];
        recent[1] = recent[0];
        recent[0] = distance;
        int slot = slot(distance + 2);
        tokens.addMatch(length, slot, distance - LzxDistances.BASE[slot]);
    }

    private static int slot(int formatted) {
        if (formatted >= 1 << 18) {
            return 34 + (formatted >> 17);
        }
        int highest = 31 - Integer.numberOfLeadingZeros(formatted);
        return 2 * highest + ((formatted >> (highest - 1)) & 1);
    }

    @Override
    public List<EncodedBlock> finish() {
        if (filled > 0) {
            endBlock();
        }
        return new ArrayList<>(writer.finish());
    }
}
