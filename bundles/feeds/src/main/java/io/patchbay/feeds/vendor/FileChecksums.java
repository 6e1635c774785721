package io.patchbay.feeds.vendor;

import io.patchbay.feeds.Checksums;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * The SHA-256 checksums of a vendor who has one beside each of his files, in a document of its own: that of {@code a.msi} is at {@code
 * a.msi.sha256}, and {@code sha256/a.msi} in a snapshot.
 *
 * @param feed the family of the checksums
 * @param folder the address of the files that corresponds to the family's own
 */
public record FileChecksums(Feed feed, URI folder) {
    private static final String ENDING = ".sha256";

    /** Of files that are in the folder at {@code files}, and their checksums likewise in that at {@code checksums}. */
    public static FileChecksums of(String checksums, String files) {
        return new FileChecksums(Feed.text("sha256", checksums), URI.create(files));
    }

    /** Fetches the checksums of these packages' files. */
    public void fetch(Fetcher fetcher, List<WindowsPackage> packages) throws IOException, FeedException {
        for (WindowsPackage of : packages) {
            fetcher.fetch(feed, of.file(), URI.create(of.path(folder) + ENDING));
        }
    }

    /**
     * A package's file with its digest.
     *
     * @throws FeedException if the snapshot has no checksum of it, or something else in its place
     */
    public ContentFile content(Snapshot snapshot, WindowsPackage of) throws IOException, FeedException {
        return of.content(Checksums.single(snapshot, feed.name() + '/' + of.file(), Algorithm.SHA256, of.file()));
    }
}
