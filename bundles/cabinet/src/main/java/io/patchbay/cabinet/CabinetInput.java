package io.patchbay.cabinet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The bytes of one cabinet, read forward, with the offset of the next one. */
final class CabinetInput implements Closeable {
    private static final int BUFFER = 1 << 15;

    private final String cabinet;
    private final InputStream in;
    private long position;

    CabinetInput(String cabinet, InputStream in) {
        this.cabinet = cabinet;
        this.in = new BufferedInputStream(in, BUFFER);
    }

    CabinetException malformed(String place, String problem) {
        return new CabinetException(cabinet, place, problem);
    }

    CabinetException malformed(String place, String problem, Throwable cause) {
        return new CabinetException(cabinet, place, problem, cause);
    }

    long position() {
        return position;
    }

    void read(byte[] into, int length, String place) throws IOException {
        int read = in.readNBytes(into, 0, length);
        position += read;
        if (read < length) {
            throw cutShort(place);
        }
    }

    /** The next bytes as a little-endian structure. */
    ByteBuffer read(int length, String place) throws IOException {
        byte[] bytes = new byte[length];
        read(bytes, length, place);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes up to the next zero, which is consumed. */
    byte[] readString(int longest, String place) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int next = readByte(place); next != 0; next = readByte(place)) {
            bytes.write(next);
            if (bytes.size() > longest) {
                throw malformed(place, "a name is longer than " + longest + " bytes");
            }
        }
        return bytes.toByteArray();
    }

    void skipTo(long offset, String place) throws IOException {
        if (offset < position) {
            throw malformed(place, "begins at byte " + offset + ", inside what lies before it");
        }
        try {
            in.skipNBytes(offset - position);
        } catch (EOFException end) {
            throw cutShort(place);
        }
        position = offset;
    }

    private int readByte(String place) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw cutShort(place);
        }
        position++;
        return next;
    }

    private CabinetException cutShort(String place) {
        return malformed(place, "the cabinet is cut short");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
