package io.patchbay.cabinet;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The data blocks of one folder, still compressed, with their checksums verified. */
final class DataBlocks {
    private static final int HEADER_SIZE = 8;

    private final CabinetInput input;
    private final Folder folder;

    private byte[] data = {};
    private int length;
    private int size;
    private int read;

    DataBlocks(CabinetInput input, Folder folder) throws IOException {
        this.input = input;
        this.folder = folder;
        input.skipTo(folder.offset(), folder.place());
    }

    /** The current block's compressed bytes, from the start of the array. */
    byte[] data() {
        return data;
    }

    /** How many compressed bytes there are. */
    int length() {
        return length;
    }

    /** How many bytes they stand for. */
    int size() {
        return size;
    }

    String place() {
        return folder.place() + ", data block " + (read - 1);
    }

    void next() throws IOException {
        if (read == folder.blocks()) {
            throw input.malformed(folder.place(), "its " + read + " data blocks hold less than its members need");
        }
        read++;
        ByteBuffer header = input.read(HEADER_SIZE + folder.blockReserve(), place());
        length = Short.toUnsignedInt(header.getShort(4));
        size = Short.toUnsignedInt(header.getShort(6));
        checkSize();
        if (data.length < length) {
            data = new byte[2 * length];
        }
        input.read(data, length, place());
        verify(header.getInt(0));
    }

    private void checkSize() throws CabinetException {
        if (size == 0) {
            throw input.malformed(place(), "it continues in another cabinet of a set, which is not supported");
        }
        if (size > Decoder.BLOCK_SIZE) {
            throw input.malformed(place(), "it claims " + size + " bytes, more than 32768");
        }
    }

    /** A checksum of nought means that the packer wrote none. */
    private void verify(int checksum) throws CabinetException {
        if (checksum != 0 && checksum != Checksum.of(data, length, size)) {
            throw input.malformed(place(), "the checksum is wrong");
        }
    }
}
