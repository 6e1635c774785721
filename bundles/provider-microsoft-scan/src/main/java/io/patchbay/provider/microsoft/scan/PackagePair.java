package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.Xml;
import io.patchbay.feeds.XmlLimits;
import io.patchbay.feeds.XmlReader;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the package.xml of a scan file and of the one before it, of which almost all bytes are the same. So of the later one the digests of
 * its pieces are taken as it is read, and of the earlier one only what these do not have is parsed. Used once.
 */
final class PackagePair {
    private static final XmlLimits LIMITS = XmlLimits.DEFAULT.withCharacters(1L << 30);

    private final PackageColumns later = new PackageColumns();
    private final PieceDigests digests = new PieceDigests();

    /** Reads one that no other is compared with. */
    static ScanPackage readAlone(InputStream in, String name) throws IOException, FeedException {
        PackageColumns columns = new PackageColumns();
        try (XmlReader xml = Xml.open(in, name, LIMITS)) {
            PackageReader.read(xml, columns);
            return scan(columns, xml);
        }
    }

    ScanPackage readLater(InputStream in, String name) throws IOException, FeedException {
        PieceStream all = new PieceStream(new Pieces(in), piece -> {
            digests.add(piece);
            return true;
        });
        try (XmlReader xml = Xml.open(all, name, LIMITS)) {
            PackageReader.read(xml, later);
            return scan(later, xml);
        }
    }

    /** Reads the earlier one, once the later one was read. */
    ScanPackage readEarlier(InputStream in, String name) throws IOException, FeedException {
        PackageColumns columns = later.other();
        Known known = new Known(digests);
        try (XmlReader xml = Xml.open(new PieceStream(new Pieces(in), known::isNew), name, LIMITS)) {
            PackageReader.read(xml, columns);
            known.copy(later, columns);
            return scan(columns, xml);
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
