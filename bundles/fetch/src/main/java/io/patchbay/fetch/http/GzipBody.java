package io.patchbay.fetch.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A compressed body: bounded in size and in ratio, complete with its checksum, and nothing behind it. */
final class GzipBody extends InputStream {
    private static final long RATIO = 100;
    private static final long UNSUSPICIOUS = 1 << 20;

    private final CappedStream compressed;
    private final CappedStream content;
    private final Members members;

    GzipBody(InputStream in, long limit) throws IOException {
        this.compressed = new CappedStream(in, limit);
        try {
            this.members = new Members(compressed);
        } catch (EOFException | ZipException e) {
            throw FetchFailure.lasting("the body is not gzip", e);
        }
        this.content = new CappedStream(members, limit);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = inflate(buffer, offset, count);
        if (content.bytes() > UNSUSPICIOUS && content.bytes() > RATIO * compressed.bytes()) {
            throw FetchFailure.lasting("the gzip body expands to more than " + RATIO + " times its size");
        }
        if (read < 0 && members.followed()) {
            throw FetchFailure.lasting("the gzip body has more behind its end");
        }
        return read;
    }

    private int inflate(byte[] buffer, int offset, int count) throws IOException {
        try {
            return content.read(buffer, offset, count);
        } catch (EOFException e) {
            throw FetchFailure.lasting("the gzip body is cut short", e);
        } catch (ZipException e) {
            throw FetchFailure.lasting("the gzip body is damaged", e);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Knows whether something that is no gzip member follows the last one, which its superclass passes over in silence. */
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER = 8;

        Members(InputStream in) throws IOException {
            super(in, 8192);
        }

        boolean followed() throws IOException {
            return inf.getRemaining() > TRAILER || in.read() >= 0;
        }
    }
}
