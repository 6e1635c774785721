package io.patchbay.cabinet;

import java.util.ArrayList;
import java.util.List;

/** Writes LZX blocks as bits and cuts these into frames. */
final class LzxBlockWriter {
    private static final int LONGEST_ALIGNED_CODE = 7;

    private final LzxBitWriter out = new LzxBitWriter();
    private final List<EncodedBlock> frames = new ArrayList<>();
    private final LzxLengthWriter lengthWriter = new LzxLengthWriter(out);
    private final byte[] mainLengths;
    private final byte[] restLengths = new byte[249];

    private int frameFilled;

    LzxBlockWriter(int slots, int fileSize) {
        mainLengths = new byte[LzxCodes.LITERALS + LzxCodes.LENGTHS_IN_SYMBOL * slots];
        out.write(fileSize == 0 ? 0 : 1, 1);
        if (fileSize != 0) {
            out.write(fileSize, Integer.SIZE);
        }
    }

    void writeUncompressed(byte[] bytes, int size, int[] recent) {
        writeHeader(LzxBlockKind.UNCOMPRESSED, size);
        out.turnToBytes();
        for (int distance : recent) {
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                out.writeBytes(new byte[] {(byte) (distance >>> shift)}, 0, 1);
            }
        }
        int written = 0;
        while (written < size) {
            int count = Math.min(size - written, Decoder.BLOCK_SIZE - frameFilled);
            out.writeBytes(bytes, written, count);
            written += count;
            if (written == size && size % 2 != 0) {
                out.writeBytes(new byte[1], 0, 1);
            }
            advance(count);
        }
    }

    void write(LzxBlockKind kind, LzxTokens tokens, int size) {
        HuffmanCode main = HuffmanCode.of(tokens.main, HuffmanTable.LONGEST_CODE);
        HuffmanCode rests = HuffmanCode.of(tokens.lengths, HuffmanTable.LONGEST_CODE);
        HuffmanCode aligned = HuffmanCode.of(tokens.aligned, LONGEST_ALIGNED_CODE);
        writeHeader(kind, size);
        if (kind == LzxBlockKind.ALIGNED) {
            for (byte length : aligned.lengths()) {
                out.write(length, 3);
            }
        }
        lengthWriter.write(mainLengths, main.lengths(), 0, LzxCodes.LITERALS);
        lengthWriter.write(mainLengths, main.lengths(), LzxCodes.LITERALS, mainLengths.length);
        lengthWriter.write(restLengths, rests.lengths(), 0, restLengths.length);
        for (int token = 0; token < tokens.count(); token++) {
            int symbol = tokens.symbol(token);
            out.write(main, symbol);
            if (symbol < LzxCodes.LITERALS) {
                advance(1);
            } else {
                writeMatch(kind, tokens, token, rests, aligned);
            }
        }
    }

    private void writeHeader(LzxBlockKind kind, int size) {
        out.write(kind.number(), 3);
        out.write(size, 24);
    }

    private void writeMatch(LzxBlockKind kind, LzxTokens tokens, int token, HuffmanCode rests, HuffmanCode aligned) {
        int match = tokens.symbol(token) - LzxCodes.LITERALS;
        int inSymbol = match % LzxCodes.LENGTHS_IN_SYMBOL;
        if (inSymbol == LzxCodes.LENGTHS_IN_SYMBOL - 1) {
            out.write(rests, tokens.rest(token));
        }
        int extraBits = LzxDistances.EXTRA_BITS[match / LzxCodes.LENGTHS_IN_SYMBOL];
        int extra = tokens.extra(token);
        if (kind == LzxBlockKind.ALIGNED && extraBits >= 3) {
            out.write(extra >> 3, extraBits - 3);
            out.write(aligned, extra & 7);
        } else {
            out.write(extra, extraBits);
        }
        advance(2 + inSymbol + tokens.rest(token));
    }

    private void advance(int count) {
        frameFilled += count;
        if (frameFilled == Decoder.BLOCK_SIZE) {
            endFrame();
        }
    }

    private void endFrame() {
        frames.add(new EncodedBlock(out.finishFrame(), frameFilled));
        frameFilled = 0;
    }

    List<EncodedBlock> finish() {
        if (frameFilled > 0) {
            endFrame();
        }
        return frames;
    }
}
