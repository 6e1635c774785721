package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;

/**
 * The detached signatures of an upstream's documents: each lies beside what it signs, at the same address with an ending of its own. That of
 * {@code sha256sums/1.0} is {@code signatures/sha256sums/1.0} in a snapshot.
 *
 * @param feed the family of the signatures
 * @param ending of their addresses, such as {@code .asc}
 * @param signer who must have made them
 */
public record DetachedSignatures(Feed feed, String ending, OpenPgpSigner signer) {
    /** The signatures of a feed's documents, the family {@code signatures}; they are asked for in the same way as what they sign. */
    public static DetachedSignatures of(Feed signed, String ending, OpenPgpSigner signer) {
        Feed feed = Feed.of("signatures", signed.url().toString(), Feed.Format.BINARY);
        return new DetachedSignatures(feed.withUserAgent(signed.userAgent()), ending, signer);
    }

    /** Fetches the document of a feed, and its signature. */
    public void fetch(Fetcher fetcher, Feed signed) throws IOException, FeedException {
        fetcher.fetch(signed);
        fetcher.fetch(feed, signed.name(), URI.create(fetcher.address(signed) + ending));
    }

    /**
     * Fetches one document of a family, and its signature.
     *
     * @param name the document's name within the family
     * @param path where it is, from the address of the family and of the signatures alike
     */
    public void fetch(Fetcher fetcher, Feed signed, String name, String path) throws IOException, FeedException {
        Document document = fetcher.fetch(signed, name, URI.create(path));
        fetcher.fetch(feed, document.name(), URI.create(path + ending));
    }

    /** Demands that the document of this name is signed, as {@link OpenPgpSigner#verify}. */
    public void verify(Snapshot snapshot, String document) throws IOException, FeedException {
        signer.verify(snapshot, document, feed.name() + '/' + document);
    }

    /** Reads the checksum list of this name of a family, as {@link ChecksumList#read}; it must be signed. */
    public ChecksumList checksums(Snapshot snapshot, Feed signed, String name) throws IOException, FeedException {
        ChecksumList sums = ChecksumList.read(snapshot, signed.name() + '/' + name);
        verify(snapshot, sums.document());
        return sums;
    }
}
