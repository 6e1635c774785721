package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.CatalogException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.InflaterInputStream;

/**
 * Documents as they are stored: deflated, because JSON shrinks to a fifth and the disk is slower than that. Used by one
 * thread; closing frees the native memory, which takes longer to get than a small document takes to deflate.
 */
final class Packing implements AutoCloseable {
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] buffer = new byte[8192];

    byte[] pack(byte[] document) {
        deflater.reset();
        deflater.setInput(document);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream(document.length / 3 + 64);
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        deflater.end();
    }

    static byte[] unpack(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new CatalogException("a stored document is damaged: " + e.getMessage(), e);
        }
    }
}
