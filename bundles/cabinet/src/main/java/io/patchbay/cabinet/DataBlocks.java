package io.patchbay.cabinet;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The data blocks of one folder, still compressed. Each is read with its checksum verified, or passed over. */
final class DataBlocks {
    private static final int HEADER_SIZE = 8;

    private final CabinetInput input;
    private final Folder folder;

    private byte[] data = {};
    private int checksum;
    private int length;
    private int size;
    private int begun;

    DataBlocks(CabinetInput input, Folder folder) throws IOException, MalformedDataException {
        this.input = input;
        this.folder = folder;
        input.skipTo(folder.offset());
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
        return folder.place() + ", data block " + (begun - 1);
    }

    /** Steps to the next block, of which {@link #read} or {@link #pass} must follow. */
    void next() throws IOException, MalformedDataException {
        if (begun == folder.blocks()) {
            throw input.malformed(folder.place(), "its " + begun + " data blocks hold less than its members need");
        }
        begun++;
        ByteBuffer header = input.read(HEADER_SIZE + folder.blockReserve());
        checksum = header.getInt(0);
        length = Short.toUnsignedInt(header.getShort(4));
        size = Short.toUnsignedInt(header.getShort(6));
        if (size == 0) {
            throw new MalformedDataException("it continues in another cabinet of a set, which is not supported");
        }
        if (size > Decoder.BLOCK_SIZE) {
            throw new MalformedDataException("it claims " + size + " bytes, more than 32768");
        }
    }

    /** A checksum of nought means that the packer wrote none. */
    void read() throws IOException, MalformedDataException {
        if (data.length < length) {
            data = new byte[2 * length];
        }
        input.read(data, length);
        if (checksum != 0 && checksum != Checksum.of(data, length, size)) {
            throw new MalformedDataException("the checksum is wrong");
        }
    }

    void pass() throws IOException, MalformedDataException {
        input.skipTo(input.position() + length);
    }
}
