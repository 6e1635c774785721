package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Documents of a snapshot, opened with a limit on their size. */
final class Bounded {
    /** The most bytes of a document that is read as a whole. */
    static final long WHOLE = 64L << 20;

    private Bounded() {}

    static Document find(Snapshot snapshot, Feed feed) throws FeedException {
        return snapshot.document(feed.name())
                .orElseThrow(() -> new FeedException(feed.name(), "", "the snapshot " + snapshot.name() + " lacks it"));
    }

    static byte[] bytes(Snapshot snapshot, Document document, long limit) throws IOException, FeedException {
        if (document.size() > limit) {
            throw new FeedException(
                    document.name(), "", "expected at most " + limit + " bytes, found " + document.size());
        }
        byte[] bytes;
        try (InputStream in = limited(snapshot.open(document.name()), limit)) {
            bytes = in.readAllBytes();
        }
        if (bytes.length == 0) {
            throw new FeedException(document.name(), "", "the document is empty");
        }
        return bytes;
    }

    private static InputStream limited(InputStream in, long limit) {
        return new FilterInputStream(in) {
            private long left = limit;

            @Override
            public int read() throws IOException {
                int next = super.read();
                count(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                count(Math.max(0, read));
                return read;
            }

            private void count(int bytes) throws IOException {
                left -= bytes;
                if (left < 0) {
                    throw new IOException("the document is longer than " + limit + " bytes");
                }
            }
        };
    }
}
