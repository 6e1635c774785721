package io.patchbay.spi;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import org.osgi.annotation.versioning.ProviderType;

/** Takes the updates and advisories that a provider reads, one by one, on the thread that called {@code parse}. */
@ProviderType
public interface UpdateSink {
    /** The most bytes that are noted of a snapshot. */
    int MOST_NOTED = 12 << 20;

    /**
     * Hands over an update.
     *
     * @throws FeedException if the snapshot gave an update of this id before
     * @throws java.util.concurrent.CancellationException if the run was stopped; let it pass
     */
    void accept(Update update) throws FeedException;

    /**
     * Hands over an advisory.
     *
     * @throws FeedException if the snapshot gave an advisory of this id before
     * @throws UnsupportedOperationException if the engine takes none
     * @throws java.util.concurrent.CancellationException if the run was stopped; let it pass
     */
    default void accept(Advisory advisory) throws FeedException {
        throw new UnsupportedOperationException("this engine takes no advisories, such as " + advisory.id());
    }

    /**
     * Says that an update is in this snapshot, and exactly as in the {@linkplain Snapshot#previous() previous} one: reading it again would
     * give the same.
     *
     * @throws FeedException if the snapshot gave an update of this id before, or if the previous one did not
     * @throws IllegalStateException if the snapshot has no previous one
     * @throws java.util.concurrent.CancellationException if the run was stopped; let it pass
     */
    default void unchanged(UpdateId id) throws FeedException {
        throw new IllegalStateException("there is no previous snapshot that could have the update " + id);
    }

    /** Whether what is {@linkplain #note noted} is kept. Else none of it need be made. */
    default boolean keepsNotes() {
        return false;
    }

    /**
     * Notes something of this snapshot, after what was noted before. If the snapshot is committed, the next one has it all as its {@link
     * Snapshot#notes}: digests, say, of all that is read, by which a provider knows what is {@link #unchanged}. Nobody else reads it.
     *
     * @throws FeedException if it would be more than {@value #MOST_NOTED} bytes in all
     * @throws java.util.concurrent.CancellationException if the run was stopped; let it pass
     */
    default void note(byte[] bytes) throws FeedException {
        // An engine that keeps nothing needs nothing.
    }
}
