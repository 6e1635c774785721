package io.patchbay.cabinet;

/**
 * Decodes LZX: matches of up to 257 bytes at distances up to the window, under Huffman codes, in blocks of any size.
 * Each data block of the cabinet holds the bits of one frame of 32 KiB.
 */
final class LzxDecoder implements Decoder {
    static final int SMALLEST_WINDOW = 15;
    static final int LARGEST_WINDOW = 21;

    private static final int VERBATIM = 1;
    private static final int ALIGNED = 2;
    private static final int UNCOMPRESSED = 3;
    /** Calls are translated in this many frames only. */
    private static final int TRANSLATED_FRAMES = 32_768;

    private final LzxInput input = new LzxInput();
    private final LzxWindow window;
    private final LzxCodes codes;
    private final LzxMatches matches;

    private int blockType;
    private int blockSize;
    private int blockLeft;

    private int frame;
    private boolean ended;
    private int fileSize;
    private boolean mayHoldCalls;
    private final byte[] translated = new byte[BLOCK_SIZE];
    private byte[] output = {};

    /** For a folder with a window of {@code 1 << window} bytes, of which {@code needed} bytes will be decoded. */
    LzxDecoder(int window, long needed) {
        this.window = new LzxWindow(window, needed);
        codes = new LzxCodes(LzxDistances.slots(window));
        matches = new LzxMatches(input, this.window, codes);
    }

    @Override
    public int decode(byte[] block, int length, int size) throws MalformedDataException {
        if (ended) {
            throw new MalformedDataException("the block before it is shorter than 32768 bytes");
        }
        ended = size < BLOCK_SIZE;
        input.start(block, length);
        if (frame == 0) {
            LzxBits bits = input.bits();
            fileSize = bits.take(1) == 0 ? 0 : bits.take(Integer.SIZE);
        }
        int start = window.startFrame();
        decodeFrame(start, start + size);
        input.bits().finish();
        return finishFrame(start, size);
    }

    private void decodeFrame(int start, int end) throws MalformedDataException {
        int at = start;
        while (at < end) {
            if (blockLeft == 0) {
                startBlock();
            }
            int run = Math.min(blockLeft, end - at);
            if (blockType == UNCOMPRESSED) {
                input.takeBytes(window.bytes(), at, run);
            } else {
                matches.decode(at, at + run, blockType == ALIGNED);
            }
            at += run;
            blockLeft -= run;
            if (blockLeft == 0 && blockType == UNCOMPRESSED) {
                endUncompressed();
            }
        }
    }

    private void startBlock() throws MalformedDataException {
        LzxBits bits = input.bits();
        blockType = bits.take(3);
        blockSize = bits.take(24);
        blockLeft = blockSize;
        switch (blockType) {
            case VERBATIM -> codes.readMainAndLengths(bits);
            case ALIGNED -> {
                codes.readAligned(bits);
                codes.readMainAndLengths(bits);
            }
            case UNCOMPRESSED -> {
                input.turnToBytes();
                matches.readRecent();
            }
            default -> throw new MalformedDataException("block type " + blockType + " does not exist");
        }
        mayHoldCalls |= blockType == UNCOMPRESSED || codes.hasLiteral(CallTranslation.CALL);
    }

    private void endUncompressed() {
        if (blockSize % 2 != 0) {
            input.skipPadding();
        }
        input.turnToBits();
    }

    private int finishFrame(int start, int size) {
        int offset = frame * BLOCK_SIZE;
        boolean mayNeedTranslation = fileSize != 0 && mayHoldCalls && frame < TRANSLATED_FRAMES;
        frame++;
        if (!mayNeedTranslation || !CallTranslation.isNeeded(window.bytes(), start, start + size)) {
            output = window.bytes();
            return start;
        }
        // A copy, because later matches refer to the bytes as they were decoded.
        System.arraycopy(window.bytes(), start, translated, 0, size);
        CallTranslation.undo(translated, size, offset, fileSize);
        output = translated;
        return 0;
    }

    @Override
    public byte[] output() {
        return output;
    }
}
