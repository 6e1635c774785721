package io.patchbay.provider.microsoft.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

/** The pieces of a package.xml that are to be parsed, as a document. */
final class PieceStream extends InputStream {
    private final Pieces pieces;
    private final Predicate<Pieces> wanted;
    private int done;

    /**
     * A document of some pieces.
     *
     * @param wanted is asked once of each piece, of which frames must be wanted
     */
    PieceStream(Pieces pieces, Predicate<Pieces> wanted) {
        this.pieces = pieces;
        this.wanted = wanted;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? pieces.bytes()[pieces.start() + done++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = 0;
        while (count < length && hasMore()) {
            int part = Math.min(length - count, pieces.length() - done);
            System.arraycopy(pieces.bytes(), pieces.start() + done, into, from + count, part);
            done += part;
            count += part;
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    private boolean hasMore() throws IOException {
        while (done == pieces.length()) {
            done = 0;
            if (!pieces.next()) {
                return false;
            }
            done = wanted.test(pieces) ? 0 : pieces.length();
        }
        return true;
    }
}
