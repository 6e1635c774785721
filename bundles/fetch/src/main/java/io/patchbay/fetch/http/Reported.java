package io.patchbay.fetch.http;

import io.patchbay.fetch.FetchProgress;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much of a document has arrived: at each further MiB, and at the end. */
final class Reported extends ByBlocks {
    private static final long STEP = 1 << 20;

    private final FetchProgress progress;
    private final String document;
    private final long total;
    private long bytes;
    private long next = STEP;

    Reported(InputStream in, FetchProgress progress, String document, long total) {
        super(in);
        this.progress = progress;
        this.document = document;
        this.total = total;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = in.read(buffer, offset, count);
        bytes += Math.max(0, read);
        if (read < 0 || bytes >= next) {
            progress.progress(document, bytes, total);
            next = bytes + STEP;
        }
        return read;
    }
}
