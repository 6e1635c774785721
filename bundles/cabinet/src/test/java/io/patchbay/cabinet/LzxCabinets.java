package io.patchbay.cabinet;

/**
 * Makes LZX cabinets for tests and benchmarks, since no tool outside Windows writes them.
 *
 * <pre>{@code
 * CabinetWriter cabinet = LzxCabinets.writer(21);
 * cabinet.add("package.xml", modified, in);
 * cabinet.writeTo(out);
 * }</pre>
 */
public final class LzxCabinets {
    private static final int BLOCK_SIZE = 1 << 20;

    private LzxCabinets() {}

    /**
     * A writer that compresses like Microsoft's feeds: verbatim blocks of 1 MiB, with a window of {@code 1 << window}
     * bytes, 15 to 21.
     */
    public static CabinetWriter writer(int window) {
        return writer(window, BLOCK_SIZE, 0, LzxBlockKind.VERBATIM);
    }

    /**
     * A writer for every corner of the format.
     *
     * @param blockSize how many bytes a block stands for
     * @param fileSize translates calls of x86 code within so many bytes; nought for not at all
     * @param kinds the kinds of blocks, in turn
     */
    static CabinetWriter writer(int window, int blockSize, int fileSize, LzxBlockKind... kinds) {
        return new CabinetWriter(() -> new LzxEncoder(window, blockSize, fileSize, kinds));
    }
}
