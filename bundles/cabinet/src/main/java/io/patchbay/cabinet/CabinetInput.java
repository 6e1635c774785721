package io.patchbay.cabinet;

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

    private final byte[] buffer = new byte[BUFFER];
    /** What of the buffer is still to be read. */
    private int next;

    private int end;
    /** Where in the cabinet that ends. */
    private long endPosition;

    CabinetInput(String cabinet, InputStream in) {
        this.cabinet = cabinet;
        this.in = in;
    }

    CabinetException malformed(String place, String problem) {
        return new CabinetException(cabinet, place, problem);
    }

    CabinetException malformed(String place, MalformedDataException problem) {
        return new CabinetException(cabinet, place, problem.reason(), problem);
    }

    long position() {
        return endPosition - (end - next);
    }

    void read(byte[] into, int length) throws IOException, MalformedDataException {
        int read = 0;
        while (read < length) {
            if (next == end) {
                fill();
            }
            int count = Math.min(length - read, end - next);
            System.arraycopy(buffer, next, into, read, count);
            next += count;
            read += count;
        }
    }

    /** The next bytes as a little-endian structure. */
    ByteBuffer read(int length) throws IOException, MalformedDataException {
        byte[] bytes = new byte[length];
        read(bytes, length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte read() throws IOException, MalformedDataException {
        if (next == end) {
            fill();
        }
        return buffer[next++];
    }

    private void fill() throws IOException, MalformedDataException {
        int read = in.read(buffer, 0, BUFFER);
        if (read < 0) {
            throw cutShort();
        }
        next = 0;
        end = read;
        endPosition += read;
    }

    void skipTo(long offset) throws IOException, MalformedDataException {
        if (offset < position()) {
            throw new MalformedDataException("begins at byte " + offset + ", inside what lies before it");
        }
        if (offset <= endPosition) {
            next = end - (int) (endPosition - offset);
            return;
        }
        try {
            in.skipNBytes(offset - endPosition);
        } catch (EOFException tooFar) {
            throw cutShort();
        }
        endPosition = offset;
        next = end;
    }

    private static MalformedDataException cutShort() {
        return new MalformedDataException("the cabinet is cut short");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
