package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Documents as they are stored: deflated, because JSON shrinks to a fifth and the disk is slower than that. Used by one
 * thread; closing frees the native memory, which takes longer to get than a small document takes to deflate.
 */
final class Packing implements AutoCloseable {
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private byte[] packed = new byte[16 * 1024];

    byte[] pack(byte[] bytes, int size) {
        deflater.reset();
        deflater.setInput(bytes, 0, size);
        deflater.finish();
        int done = 0;
        while (!deflater.finished()) {
            if (done == packed.length) {
                packed = Arrays.copyOf(packed, 2 * done);
            }
            done += deflater.deflate(packed, done, packed.length - done);
        }
        return Arrays.copyOf(packed, done);
    }

    @Override
    public void close() {
        deflater.end();
    }

    /** The bytes, of which there are so many. */
    static byte[] unpack(byte[] packed, int size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[size];
            if (inflater.inflate(bytes) != size) {
                throw new CatalogException("a block of documents is damaged: it is shorter than " + size + " bytes");
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new CatalogException("a block of documents is damaged: " + e.getMessage(), e);
        } finally {
            inflater.end();
        }
    }
}
