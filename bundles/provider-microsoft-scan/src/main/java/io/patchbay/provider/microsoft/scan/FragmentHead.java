package io.patchbay.provider.microsoft.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A fragment up to the identity of a component manifest: the stream ends there. What follows is most of the scan file's 25 GB, up to 47
 * MB in one fragment, and of no use to anyone but the component store.
 */
final class FragmentHead extends FilterInputStream {
    /** After these, in this order, comes nothing of interest. No mark begins anew within itself, so one pass finds them. */
    private static final byte[][] MARKS = {
        ascii("<CbsPackageApplicabilityMetadata"), ascii("<assemblyIdentity"), ascii(">")
    };

    private int mark;
    private int matched;

    FragmentHead(InputStream in) {
        super(in);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (hasEnded()) {
            return -1;
        }
        int count = in.read(buffer, offset, length);
        int end = offset + count;
        for (int i = next(buffer, offset, end); i < end; i = next(buffer, i + 1, end)) {
            step(buffer[i]);
            if (hasEnded()) {
                return i + 1 - offset;
            }
        }
        return count;
    }

    /** The next place worth a look: outside of a mark, where one begins. */
    private int next(byte[] buffer, int from, int end) {
        int place = from;
        while (matched == 0 && place < end && buffer[place] != MARKS[mark][0]) {
            place++;
        }
        return place;
    }

    private boolean hasEnded() {
        return mark == MARKS.length;
    }

    private void step(byte next) {
        byte[] wanted = MARKS[mark];
        if (next != wanted[matched]) {
            matched = 0;
        }
        if (next == wanted[matched]) {
            matched++;
        }
        if (matched == wanted.length) {
            mark++;
            matched = 0;
        }
    }
}
