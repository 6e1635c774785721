package io.patchbay.feeds;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The bytes of a document whose size is known, which must be UTF-8: that is seen to as they go by, because parsers of bytes take what decoders
 * refuse. A byte order mark is left out by the first read, if that has room for it, as those of parsers have.
 */
final class Utf8Input extends InputStream {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    /** The bits that no byte of an ASCII character has. */
    private static final long NOT_ASCII = 0x8080808080808080L;

    private static final byte[] MARK = "\ufeff".getBytes(StandardCharsets.UTF_8);

    /** How much is decoded in one go, from where bytes are not ASCII. */
    private static final int BLOCK = 1 << 7;

    private final InputStream in;
    private final long size;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private final CharBuffer decoded = CharBuffer.allocate(BLOCK);
    private long count;

    Utf8Input(InputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Fails if the bytes are not UTF-8, more than there should be, or at their end fewer. */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = count == 0 && length > MARK.length ? withoutMark(bytes, from, length) : in.read(bytes, from, length);
        count += Math.max(0, read);
        if (count > size || (read < 0 && count < size)) {
            throw new IOException("expected " + size + " bytes, found another number");
        }
        check(bytes, from, from + Math.max(0, read));
        if (read < 0) {
            decode(true);
        }
        return read;
    }

    /** The first bytes, but for a mark. */
    private int withoutMark(byte[] bytes, int from, int length) throws IOException {
        int read = in.readNBytes(bytes, from, length);
        if (read >= MARK.length && Arrays.equals(bytes, from, from + MARK.length, MARK, 0, MARK.length)) {
            count = MARK.length;
            read -= MARK.length;
            System.arraycopy(bytes, from + MARK.length, bytes, from, read);
        }
        return read == 0 ? -1 : read;
    }

    private void check(byte[] bytes, int from, int end) throws IOException {
        int done = from;
        while (done < end) {
            if (block.position() == 0) {
                done = endOfAscii(bytes, done, end);
            }
            int next = Math.min(end - done, block.remaining());
            block.put(bytes, done, next);
            decode(false);
            done += next;
        }
    }

    private static int endOfAscii(byte[] bytes, int from, int end) {
        int place = from;
        while (place + 4 * Long.BYTES <= end && isAscii(bytes, place)) {
            place += 4 * Long.BYTES;
        }
        while (place < end && bytes[place] >= 0) {
            place++;
        }
        return place;
    }

    /** Whether the next 32 bytes are. */
    private static boolean isAscii(byte[] bytes, int from) {
        long first = (long) LONGS.get(bytes, from) | (long) LONGS.get(bytes, from + Long.BYTES);
        long second = (long) LONGS.get(bytes, from + 2 * Long.BYTES) | (long) LONGS.get(bytes, from + 3 * Long.BYTES);
        return ((first | second) & NOT_ASCII) == 0;
    }

    /** The beginning of a character stays in the block until the rest has come. */
    private void decode(boolean last) throws IOException {
        block.flip();
        decoded.clear();
        if (decoder.decode(block, decoded, last).isError()) {
            throw new CharConversionException("expected UTF-8");
        }
        block.compact();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
