package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a document that is read as a whole: never more than a limit, never none. */
final class Bounded {
    /** The most bytes of a document that is read as a whole, whatever its feed allows. */
    private static final long WHOLE = 64L << 20;

    private Bounded() {}

    static Document find(Snapshot snapshot, Feed feed) throws FeedException {
        return find(snapshot, feed.name());
    }

    static Document find(Snapshot snapshot, String name) throws FeedException {
        return snapshot.document(name)
                .orElseThrow(() -> new FeedException(name, "", "the snapshot " + snapshot.name() + " lacks it"));
    }

    static byte[] bytes(Snapshot snapshot, Feed feed) throws IOException, FeedException {
        return read(snapshot, document(snapshot, feed));
    }

    static byte[] bytes(Snapshot snapshot, Document document) throws IOException, FeedException {
        return read(snapshot, document(snapshot, document));
    }

    private static byte[] read(Snapshot snapshot, Document document) throws IOException, FeedException {
        try (InputStream in = snapshot.open(document.name())) {
            return whole(in, document);
        }
    }

    /** The feed's document, if it can be read as a whole. */
    static Document document(Snapshot snapshot, Feed feed) throws FeedException {
        return check(find(snapshot, feed), Math.min(feed.sizeLimit(), WHOLE));
    }

    /** The document of this one's name, if it can be read as a whole. */
    static Document document(Snapshot snapshot, Document of) throws FeedException {
        return check(find(snapshot, of.name()));
    }

    /** A snapshot's own document, if it can be read as a whole. */
    static Document check(Document document) throws FeedException {
        return check(document, WHOLE);
    }

    private static Document check(Document document, long limit) throws FeedException {
        String name = document.name();
        if (document.size() > limit) {
            throw new FeedException(
                    Code.LIMIT, name, "", "expected at most " + limit + " bytes, found " + document.size());
        }
        if (document.size() == 0) {
            throw new FeedException(Code.EMPTY, name, "", "the document is empty");
        }
        return document;
    }

    /** What is said of the size is not trusted to be so. */
    private static byte[] whole(InputStream in, Document document) throws IOException, FeedException {
        byte[] bytes = new byte[Math.toIntExact(document.size())];
        if (in.readNBytes(bytes, 0, bytes.length) < bytes.length || in.read() >= 0) {
            throw new FeedException(document.name(), "", "expected " + bytes.length + " bytes, found another number");
        }
        return bytes;
    }
}
