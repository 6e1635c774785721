package io.patchbay.fetch.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A filter that only has to know how to read blocks of bytes. */
abstract class ByBlocks extends FilterInputStream {
    ByBlocks(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int count) throws IOException;

    /** Nothing is promised: {@link java.util.zip.GZIPInputStream} takes what is available for a further member. */
    @Override
    public final int available() {
        return 0;
    }

    @Override
    public final long skip(long count) throws IOException {
        return readNBytes((int) Math.min(count, 8192)).length;
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
