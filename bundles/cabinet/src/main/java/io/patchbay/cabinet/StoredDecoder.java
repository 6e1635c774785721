package io.patchbay.cabinet;

/** Hands on blocks that are not compressed. */
final class StoredDecoder implements Decoder {
    private byte[] output = {};

    @Override
    public int decode(byte[] block, int length, int size) throws MalformedDataException {
        if (length != size) {
            throw new MalformedDataException("a stored block of " + length + " bytes claims " + size);
        }
        output = block;
        return 0;
    }

    @Override
    public boolean isSolid() {
        return false;
    }

    @Override
    public byte[] output() {
        return output;
    }
}
