package io.patchbay.fetch.http;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a head, 64 KiB of them at most; reads no byte behind the line it returns. */
final class Lines {
    private static final int MOST_BYTES = 1 << 16;

    private final InputStream in;
    private int bytes;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end, which may lack the CR (RFC 9112, section 2.2). */
    String next() throws IOException {
        return next("the connection was closed before the answer's head was complete");
    }

    /** The same, with what it means if the connection ends before the line does. */
    String next(String missing) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = read(missing); c != '\n'; c = read(missing)) {
            line.append((char) c);
        }
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }

    private int read(String missing) throws IOException {
        if (++bytes > MOST_BYTES) {
            throw FetchFailure.lasting("the head of the answer is longer than " + MOST_BYTES + " bytes");
        }
        int c = in.read();
        if (c < 0) {
            throw FetchFailure.passing(missing);
        }
        return c;
    }
}
