package io.patchbay.feeds;

import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.util.Map;

/**
 * A checksum list, read once to look up several files.
 *
 * @param document its name
 * @param digests see {@link Checksums#read}
 */
public record ChecksumList(String document, Map<String, String> digests) {
    /** Reads the list of this name, as {@link Checksums#read}; fails if the snapshot has none. */
    public static ChecksumList read(Snapshot snapshot, String document) throws IOException, FeedException {
        return new ChecksumList(document, Checksums.read(snapshot, Bounded.find(snapshot, document)));
    }

    /**
     * The digest of a file.
     *
     * @param path its whole path, as the list writes it
     * @throws FeedException if the list has no such path with a digest of this algorithm, or that of a file of no bytes
     */
    public Digest digest(Algorithm algorithm, String path) throws FeedException {
        String value = digests.getOrDefault(path, "");
        if (value.length() != 2 * algorithm.length()) {
            throw new FeedException(document, path, "expected a line with the " + algorithm.title() + " of this file");
        }
        return Checksums.ofSomething(new Digest(algorithm, value, document), path);
    }
}
