package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;

/** A body of declared length; that it ends earlier is a failure. */
final class SizedBody extends ByBlocks {
    private final long length;
    private long remaining;

    SizedBody(InputStream in, long length) {
        super(in);
        this.length = length;
        this.remaining = length;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (remaining == 0) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(count, remaining));
        if (read < 0) {
            throw FetchFailure.passing("body cut short: " + (length - remaining) + " of " + length + " bytes");
        }
        remaining -= read;
        return read;
    }
}
