package io.patchbay.cabinet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Encodes MSZIP: each piece is deflated on its own, with the piece before it as dictionary. */
final class MszipEncoder implements Encoder {
    private static final byte[] SIGNATURE = {'C', 'K'};
    /** Deflate grows by five bytes for each stored block of at most 64 KiB; this is far more. */
    private static final int MOST_GROWTH = 256;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final List<EncodedBlock> blocks = new ArrayList<>();
    private final byte[] compressed = new byte[Decoder.BLOCK_SIZE + MOST_GROWTH];
    private byte[] previous = {};

    MszipEncoder() {
        System.arraycopy(SIGNATURE, 0, compressed, 0, SIGNATURE.length);
    }

    @Override
    public int compression() {
        return Compression.MSZIP;
    }

    @Override
    public void encode(byte[] bytes, int length) {
        deflater.reset();
        deflater.setDictionary(previous);
        deflater.setInput(bytes, 0, length);
        deflater.finish();
        int written = deflater.deflate(compressed, SIGNATURE.length, compressed.length - SIGNATURE.length);
        blocks.add(new EncodedBlock(Arrays.copyOf(compressed, SIGNATURE.length + written), length));
        previous = Arrays.copyOf(bytes, length);
    }

    @Override
    public List<EncodedBlock> finish() {
        deflater.end();
        return blocks;
    }
}
