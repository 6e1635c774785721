package io.patchbay.cabinet;

/**
 * How a folder is compressed.
 *
 * @param method the number of the method in the format
 * @param window the size of the LZX window as a power of two; nought for other methods
 */
record Compression(int method, int window) {
    static final int STORED = 0;
    static final int MSZIP = 1;
    static final int LZX = 3;

    /** Understands the word that a folder declares; refuses with the reason. */
    static Compression of(int word) throws MalformedDataException {
        int method = word & 15;
        if (method > LZX) {
            throw new MalformedDataException("compression method " + method + " does not exist");
        }
        return new Compression(method, method == LZX ? lzxWindow(word) : 0);
    }

    private static int lzxWindow(int word) throws MalformedDataException {
        int window = (word >> 8) & 31;
        if (window < LzxDecoder.SMALLEST_WINDOW || window > LzxDecoder.LARGEST_WINDOW) {
            throw new MalformedDataException("an LZX window of 2^" + window + " bytes does not exist");
        }
        return window;
    }

    /** A decoder for a folder of which this many bytes are needed at most. */
    Decoder decoder(long needed) throws MalformedDataException {
        return switch (method) {
            case STORED -> new StoredDecoder();
            case MSZIP -> new MszipDecoder();
            case LZX -> new LzxDecoder(window, needed);
            default -> throw new MalformedDataException("Quantum compression is not supported");
        };
    }
}
