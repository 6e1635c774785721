package io.patchbay.fetch;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.SyncFilter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What to fetch, and where to.
 *
 * @param target the folder of the new snapshot, which does not exist yet; its name becomes the snapshot's name
 * @param previous the snapshot before, whose documents are taken over where the upstream says that they have not changed; null if
 *     there is none
 * @param unfinished where the documents of a fetch that is cut off are left, and where the next one finds them; see {@link
 *     io.patchbay.feeds.Unfinished}. Null if they are not worth keeping
 * @param anchor the upstream's mark of the last snapshot that was committed
 * @param filter what the operator wants
 * @param progress is told how far the fetch is, on the calling thread
 */
public record FetchRequest(
        Path target,
        @Nullable SnapshotFolder previous,
        @Nullable Path unfinished,
        Optional<String> anchor,
        SyncFilter filter,
        FetchProgress progress) {
    public FetchRequest {
        Objects.requireNonNull(target);
        Objects.requireNonNull(anchor);
        Objects.requireNonNull(filter);
        Objects.requireNonNull(progress);
    }

    /** Everything, with the anchor of the snapshot before, telling nobody how far it is, leaving nothing if it is cut off. */
    public static FetchRequest of(Path target, @Nullable SnapshotFolder previous) {
        Optional<String> anchor = previous == null ? Optional.empty() : previous.anchor();
        return new FetchRequest(target, previous, null, anchor, SyncFilter.EVERYTHING, FetchProgress.NONE);
    }
}
