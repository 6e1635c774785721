package io.patchbay.cabinet;

import java.util.List;

/**
 * A folder of a cabinet that is being made, complete.
 *
 * @param compression the word by which it declares its compression
 * @param blocks its data
 */
record WrittenFolder(int compression, List<EncodedBlock> blocks) {
    WrittenFolder {
        blocks = List.copyOf(blocks);
    }

    /** How many bytes its data take in the cabinet. */
    long length() {
        return blocks.stream().mapToLong(EncodedBlock::length).sum();
    }
}
