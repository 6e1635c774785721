package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link ScanPackage} of a package.xml. Of two documents that follow each other almost all bytes are the same. So the later one is
 * read with the digests of its pieces taken on the way, and of the earlier one only what these do not have is parsed.
 *
 * @param digests of the pieces; null if they were not taken
 */
record PackageDocument(ScanPackage scan, @Nullable PieceDigests digests) {
    private static final XmlLimits LIMITS = XmlLimits.DEFAULT.withCharacters(1L << 30);

    /** Reads one that no other is compared with. */
    static PackageDocument read(InputStream in, String name) throws IOException, FeedException {
        PackageColumns columns = new PackageColumns();
        try (XmlReader xml = Xml.open(in, name, LIMITS)) {
            PackageReader.read(xml, columns);
            return new PackageDocument(scan(columns, xml), null);
        }
    }

    /** Reads one that an earlier one will be compared with. */
    static PackageDocument readDigested(InputStream in, String name) throws IOException, FeedException {
        PackageColumns columns = new PackageColumns();
        PieceDigests digests = new PieceDigests();
        PieceStream all = new PieceStream(new Pieces(in), piece -> {
            digests.add(piece);
            return true;
        });
        try (XmlReader xml = Xml.open(all, name, LIMITS)) {
            PackageReader.read(xml, columns);
            return new PackageDocument(scan(columns, xml), digests);
        }
    }

    /** Reads an earlier one of which most is as in this one, whose digests were taken. */
    PackageDocument readEarlier(InputStream in, String name) throws IOException, FeedException {
        PackageColumns columns = scan.columns().other();
        Known known = new Known(digests == null ? new PieceDigests() : digests);
        try (XmlReader xml = Xml.open(new PieceStream(new Pieces(in), known::isNew), name, LIMITS)) {
            PackageReader.read(xml, columns);
            known.copy(scan.columns(), columns);
            return new PackageDocument(scan(columns, xml), null);
        }
    }

    private static ScanPackage scan(PackageColumns columns, XmlReader xml) throws FeedException {
        if (columns.row() == 0) {
            throw xml.failure("expected an Update");
        }
        try {
            return new ScanPackage(columns);
        } catch (IllegalArgumentException e) {
            throw xml.failure(String.valueOf(e.getMessage()));
        }
    }

    /** The pieces of a document that another one has too, by their numbers there. */
    private static final class Known {
        private final PieceDigests digests;
        private final Ints rows = new Ints();
        private final Ints locations = new Ints();

        Known(PieceDigests digests) {
            this.digests = digests;
        }

        boolean isNew(Pieces piece) {
            int number = digests.find(piece);
            if (number != PieceDigests.UNKNOWN) {
                (piece.kind() == Pieces.Kind.ROW ? rows : locations).add(number);
            }
            return number == PieceDigests.UNKNOWN;
        }

        void copy(PackageColumns from, PackageColumns to) {
            for (int i = 0; i < rows.size(); i++) {
                to.copy(from, rows.get(i));
            }
            for (int i = 0; i < locations.size(); i++) {
                to.files.locate(from.files, locations.get(i));
            }
        }
    }
}
