package io.patchbay.cabinet;

/**
 * A stretch of data that is compressed as one.
 *
 * @param index its place in the cabinet's table of folders
 * @param offset where in the cabinet its data blocks begin
 * @param blocks how many data blocks it has
 * @param blockReserve how many bytes in front of each block's data are reserved for others
 * @param compression how it is compressed
 */
record Folder(int index, long offset, int blocks, int blockReserve, Compression compression) {
    String place() {
        return "folder " + index;
    }

    /** The most bytes it can hold. */
    long capacity() {
        return (long) blocks * Decoder.BLOCK_SIZE;
    }
}
