package io.patchbay.sync;

import io.patchbay.model.UpdateId;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** Starts, stops and reports runs. Thread-safe. */
@ProviderType
public interface Sync {
    /**
     * Starts a run of each of these providers that has none under way.
     *
     * @param providers ids; empty for all that are running, but for those of which nothing is recorded where feeds are recordings
     * @param mode whether to parse what did not change
     * @param actor who wants it, for the record: the name of a user, or {@link io.patchbay.audit.AuditLog#ENGINE}
     * @return the runs under way, of all these providers, ordered by provider
     * @throws IllegalArgumentException if there is no such provider
     */
    List<Run> start(Collection<String> providers, SyncMode mode, String actor);

    /**
     * Stops runs and waits until they have ended, 5 seconds at most; the catalogue stays as it is.
     *
     * @param providers ids; empty for all
     * @param actor who wants it, as above; the runs give it as their reason
     * @return the runs that were stopped, ordered by provider
     */
    List<Run> stop(Collection<String> providers, String actor);

    /** Waits until a run has ended, and returns it. Returns at once if it has. */
    Run await(long run) throws InterruptedException;

    /** Waits until a run has ended, but not longer than this, and returns it as it is then. */
    Run await(long run, Duration patience) throws InterruptedException;

    /** The run as it is now; empty if there is none of this number, or if it is too long ago. */
    Optional<Run> run(long number);

    /** The last runs, newest first, those under way included. */
    List<Run> runs(int limit);

    /** All providers that are running, or left entries in the catalogue or something that is held, ordered by id. */
    List<ProviderStatus> providers();

    /** The feeds of a provider in its own order, with the age of what was last fetched; empty if it does not run. */
    List<FeedStatus> feeds(String provider);

    /** What is held and waits for an operator, ordered by provider. */
    List<Held> held();

    /**
     * Publishes what is held, as it was held, in a run of its own. That decision is remembered, for this content only.
     *
     * @param update the update to release; null for everything that is held of the provider
     * @param decision who wants it, and why
     * @return the run
     * @throws IllegalArgumentException if no such thing is held, or if a run of the provider is under way
     * @throws IOException if the decision could not be recorded; nothing is released then
     */
    Run release(String provider, @Nullable UpdateId update, Decision decision) throws IOException;

    /**
     * Drops what is held. That decision is remembered: the same content is left out from now on without asking, and the catalogue stays as it is.
     *
     * @param update the update to reject; null for everything that is held of the provider
     * @param decision who wants it, and why
     * @return what was rejected
     * @throws IllegalArgumentException if no such thing is held, or if a run of the provider is under way
     * @throws IOException if the decision could not be recorded; it stays held then
     */
    List<Held> reject(String provider, @Nullable UpdateId update, Decision decision) throws IOException;

    /** What operators decided about held content and still counts, newest first. */
    List<Decided> decisions();

    /**
     * Takes back what was decided: when that content is read the next time, it is held as if it were new. What is published stays so.
     *
     * @param update the update that it was about; null for all that was decided about the provider
     * @param decision who wants it, and why
     * @return what counts no more
     * @throws IllegalArgumentException if nothing was decided about it, or if a run of the provider is under way
     * @throws IOException if it could not be recorded; what was decided still counts then
     */
    List<Decided> forget(String provider, @Nullable UpdateId update, Decision decision) throws IOException;

    /**
     * What is held of an update against what is live; reads the held snapshot.
     *
     * @throws IllegalArgumentException if nothing of the provider is held
     * @throws IOException if the snapshot could not be read
     * @throws FeedException if the provider does not understand the snapshot
     */
    Difference difference(String provider, UpdateId update) throws IOException, FeedException;

    /**
     * Reviews what a provider makes of a snapshot, as if it were synced now, and publishes nothing. The provider need not be one that runs.
     *
     * @param bundle the provider's, which has its policy
     * @throws IOException if the snapshot could not be read
     * @throws FeedException if the provider does not understand it
     */
    Examination examine(FeedProvider provider, Bundle bundle, Snapshot snapshot) throws IOException, FeedException;
}
