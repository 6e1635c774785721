package io.patchbay.cabinet;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decodes MSZIP: each block is a Deflate stream of its own behind the letters CK, which may refer to the 32 KiB before
 * it.
 */
final class MszipDecoder implements Decoder {
    private static final int SIGNATURE = 2;

    private final Inflater inflater = new Inflater(true);
    /** The bytes before the current block, then the block. */
    private final byte[] output = new byte[2 * BLOCK_SIZE];

    private int history;
    private int previous;

    @Override
    public int decode(byte[] block, int length, int size) throws MalformedDataException {
        if (length < SIGNATURE || block[0] != 'C' || block[1] != 'K') {
            throw new MalformedDataException("an MSZIP block does not begin with CK");
        }
        shiftHistory();
        inflater.reset();
        inflater.setDictionary(output, BLOCK_SIZE - history, history);
        inflater.setInput(block, SIGNATURE, length - SIGNATURE);
        inflate(size);
        previous = size;
        return BLOCK_SIZE;
    }

    private void shiftHistory() {
        System.arraycopy(output, previous, output, 0, BLOCK_SIZE);
        history = Math.min(BLOCK_SIZE, history + previous);
    }

    private void inflate(int size) throws MalformedDataException {
        try {
            int done = 0;
            while (done < size) {
                int more = inflater.inflate(output, BLOCK_SIZE + done, size - done);
                if (more == 0) {
                    throw new MalformedDataException("an MSZIP block holds " + done + " instead of " + size + " bytes");
                }
                done += more;
            }
        } catch (DataFormatException e) {
            throw new MalformedDataException("an MSZIP block cannot be inflated: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] output() {
        return output;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
