package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body in chunks (RFC 9112, section 7.1); that it ends without the last, empty chunk is a failure. */
final class ChunkedBody extends ByBlocks {
    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(;.*)?");

    private long remaining;
    private boolean first = true;
    private boolean ended;

    ChunkedBody(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        if (remaining == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int read = in.read(buffer, offset, (int) Math.min(count, remaining));
        if (read < 0) {
            throw FetchFailure.passing("body cut short: a chunk lacks " + remaining + " bytes");
        }
        remaining -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        Lines lines = new Lines(in);
        if (!first && !line(lines).isEmpty()) {
            throw FetchFailure.lasting("a chunk of the body is longer than declared");
        }
        first = false;
        Matcher size = SIZE.matcher(line(lines));
        if (!size.matches()) {
            throw FetchFailure.lasting("a chunk of the body has no valid length");
        }
        remaining = Long.parseLong(size.group(1), 16);
        if (remaining == 0) {
            skipTrailers(lines);
            ended = true;
        }
    }

    private static void skipTrailers(Lines lines) throws IOException {
        while (!line(lines).isEmpty()) {
            // Trailers say nothing that a snapshot keeps.
        }
    }

    private static String line(Lines lines) throws IOException {
        return lines.next("body cut short: the last chunk is missing");
    }
}
