package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;

/** A stream that fails when it gets longer than the limit. */
final class CappedStream extends ByBlocks {
    private final long limit;
    private long bytes;

    CappedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = in.read(buffer, offset, count);
        bytes += Math.max(0, read);
        if (bytes > limit) {
            throw FetchFailure.lasting("the body is longer than the limit of " + limit + " bytes");
        }
        return read;
    }

    long bytes() {
        return bytes;
    }
}
