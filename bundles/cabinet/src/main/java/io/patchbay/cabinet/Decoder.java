package io.patchbay.cabinet;

/** Turns the data blocks of one folder, in their order, into the bytes they stand for. */
interface Decoder extends AutoCloseable {
    /** The largest number of bytes that a data block stands for. */
    int BLOCK_SIZE = 1 << 15;

    /**
     * Decodes the next block to exactly {@code size} bytes.
     *
     * @param block the compressed bytes, from its start
     * @param length how many they are
     * @return where in {@link #output()} the decoded bytes begin; they stay until the next call
     */
    int decode(byte[] block, int length, int size) throws MalformedDataException;

    /** Whether blocks can only be decoded after those before them. */
    default boolean isSolid() {
        return true;
    }

    /** The array that holds the decoded block; never to be changed. */
    byte[] output();

    @Override
    default void close() {}
}
