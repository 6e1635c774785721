package io.patchbay.cabinet;

/** Decodes LZX. */
final class LzxDecoder implements Decoder {
    static final int SMALLEST_WINDOW = 15;
    static final int LARGEST_WINDOW = 21;

    LzxDecoder(int window, long needed) throws MalformedDataException {
        throw new MalformedDataException("LZX compression is not supported: window " + window + ", bytes " + needed);
    }

    @Override
    public int decode(byte[] block, int length, int size) throws MalformedDataException {
        return 0;
    }

    @Override
    public byte[] output() {
        return new byte[0];
    }
}
