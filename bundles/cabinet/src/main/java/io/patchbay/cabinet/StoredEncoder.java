package io.patchbay.cabinet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps bytes as they are. */
final class StoredEncoder implements Encoder {
    private final List<EncodedBlock> blocks = new ArrayList<>();

    @Override
    public int compression() {
        return Compression.STORED;
    }

    @Override
    public void encode(byte[] bytes, int length) {
        blocks.add(new EncodedBlock(Arrays.copyOf(bytes, length), length));
    }

    @Override
    public List<EncodedBlock> finish() {
        return blocks;
    }
}
