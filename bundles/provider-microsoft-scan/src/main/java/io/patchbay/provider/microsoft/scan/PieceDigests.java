package io.patchbay.provider.microsoft.scan;

import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The rows and locations of a package.xml by their bytes, numbered as they come: of each two checksums, which have no factor in common, and
 * its length. Not thread-safe.
 *
 * <p>By chance, no two pieces ever have all three the same. Who could make such a piece writes the file, and to leave an update as it was
 * takes no such piece.
 */
final class PieceDigests {
    static final int UNKNOWN = -1;

    private final Ids rows = new Ids();
    private final Ids locations = new Ids();
    private final Checksum crc32 = new CRC32();
    private final Checksum crc32c = new CRC32C();

    /** Gives the piece its number, unless it is a frame. */
    void add(Pieces piece) {
        if (piece.kind() != Pieces.Kind.FRAME) {
            of(piece).add(sums(piece), piece.length());
        }
    }

    /** The number of the piece of these bytes; {@link #UNKNOWN} if there is none. */
    int find(Pieces piece) {
        return piece.kind() == Pieces.Kind.FRAME ? UNKNOWN : of(piece).find(sums(piece), piece.length());
    }

    private Ids of(Pieces piece) {
        return piece.kind() == Pieces.Kind.ROW ? rows : locations;
    }

    private long sums(Pieces piece) {
        return sum(crc32, piece) << Integer.SIZE | sum(crc32c, piece);
    }

    private static long sum(Checksum checksum, Pieces piece) {
        checksum.reset();
        checksum.update(piece.bytes(), piece.start(), piece.length());
        return checksum.getValue();
    }
}
