package io.patchbay.fetch;

import io.patchbay.feeds.SnapshotFolder;
import java.util.Objects;

/**
 * What came of a fetch.
 *
 * @param snapshot what to keep as the latest snapshot: the new one; or the previous one if there was nothing new at all, not even an
 *     ETag or an anchor, and then there is no target folder
 * @param changed false if every document, by name and SHA-256, is as it was in the previous snapshot: there is nothing to parse
 */
public record FetchResult(SnapshotFolder snapshot, boolean changed) {
    public FetchResult {
        Objects.requireNonNull(snapshot);
    }
}
