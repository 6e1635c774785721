package io.patchbay.cabinet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A data block ready to be written. */
final class EncodedBlock {
    private static final int HEADER_SIZE = 8;

    private final byte[] data;
    private final int size;

    /** Of compressed bytes, and how many bytes they stand for. */
    EncodedBlock(byte[] data, int size) {
        this.data = data;
        this.size = size;
    }

    /** How many bytes it takes in the cabinet. */
    int length() {
        return HEADER_SIZE + data.length;
    }

    void writeTo(OutputStream out) throws IOException {
        byte[] header = new byte[HEADER_SIZE];
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(Checksum.of(data, data.length, size));
        fields.putShort((short) data.length).putShort((short) size);
        out.write(header);
        out.write(data);
    }
}
