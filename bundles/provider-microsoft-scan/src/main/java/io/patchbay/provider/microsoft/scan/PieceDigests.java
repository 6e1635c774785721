package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.Sha256;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * The rows and locations of a package.xml by their bytes, numbered as they come: of each the first half of its SHA-256. Not thread-safe.
 */
final class PieceDigests {
    static final int UNKNOWN = -1;

    private final Ids rows = new Ids();
    private final Ids locations = new Ids();
    private final MessageDigest sha256 = Sha256.newDigest();
    private final ByteBuffer sum = ByteBuffer.allocate(32);

    /** Gives the piece its number, unless it is a frame. */
    void add(Pieces piece) {
        if (piece.kind() != Pieces.Kind.FRAME) {
            digest(piece);
            of(piece).add(sum.getLong(0), sum.getLong(Long.BYTES));
        }
    }

    /** The number of the piece of these bytes; {@link #UNKNOWN} if there is none. */
    int find(Pieces piece) {
        if (piece.kind() == Pieces.Kind.FRAME) {
            return UNKNOWN;
        }
        digest(piece);
        return of(piece).find(sum.getLong(0), sum.getLong(Long.BYTES));
    }

    private Ids of(Pieces piece) {
        return piece.kind() == Pieces.Kind.ROW ? rows : locations;
    }

    private void digest(Pieces piece) {
        sha256.update(piece.bytes(), piece.start(), piece.length());
        try {
            sha256.digest(sum.array(), 0, sum.capacity());
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
    }
}
