package io.patchbay.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a document whose size is known, which must be UTF-8: that is seen to as they go by, block by block, because parsers of bytes
 * take what decoders refuse.
 */
final class Utf8Input extends InputStream {
    /** No more is looked at in one go: a small document needs no large buffers, and the processor has these at hand. */
    private static final int BLOCK = 1 << 10;

    /** Longer than what may be there of a character before the rest has come. */
    private static final int REST = 4;

    private final InputStream in;
    private final long size;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer block;
    private final CharBuffer decoded;
    private long count;

    Utf8Input(InputStream in, long size) {
        this.in = in;
        this.size = size;
        block = ByteBuffer.allocate((int) Math.min(size, BLOCK) + REST);
        decoded = CharBuffer.allocate(block.capacity());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Fails if the bytes are not UTF-8, more than there should be, or at their end fewer. */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        count += Math.max(0, read);
        if (count > size || (read < 0 && count < size)) {
            throw new IOException("expected " + size + " bytes, found another number");
        }
        int done = 0;
        while (done < read) {
            int next = Math.min(read - done, block.remaining());
            block.put(bytes, from + done, next);
            decode(false);
            done += next;
        }
        if (read < 0) {
            decode(true);
        }
        return read;
    }

    /** The beginning of a character stays in the block until the rest has come. */
    private void decode(boolean last) throws IOException {
        block.flip();
        decoded.clear();
        if (decoder.decode(block, decoded, last).isError()) {
            throw new IOException("expected UTF-8");
        }
        block.compact();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
