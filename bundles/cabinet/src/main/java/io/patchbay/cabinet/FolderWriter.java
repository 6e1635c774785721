package io.patchbay.cabinet;

import java.io.IOException;
import java.io.InputStream;

/** Cuts the members of one folder into pieces of 32 KiB and has them encoded. */
final class FolderWriter {
    private static final long LARGEST = 0xFFFFL * Decoder.BLOCK_SIZE;

    private final Encoder encoder;
    private final byte[] piece = new byte[Decoder.BLOCK_SIZE];
    private int filled;
    private long size;

    FolderWriter(Encoder encoder) {
        this.encoder = encoder;
    }

    long size() {
        return size;
    }

    void add(String name, InputStream content) throws IOException {
        for (int read = fill(content); read > 0; read = fill(content)) {
            size += read;
            if (size > LARGEST) {
                throw CabinetWriter.refused("member " + name, "a folder holds at most 65535 blocks of 32 KiB");
            }
        }
    }

    private int fill(InputStream content) throws IOException {
        int read = content.readNBytes(piece, filled, piece.length - filled);
        filled += read;
        if (filled == piece.length) {
            encode();
        }
        return read;
    }

    private void encode() {
        encoder.encode(piece, filled);
        filled = 0;
    }

    WrittenFolder finish() {
        if (filled > 0) {
            encode();
        }
        return new WrittenFolder(encoder.compression(), encoder.finish());
    }
}
