package io.patchbay.sync;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Starts, stops and reports runs. Thread-safe. */
@ProviderType
public interface Sync {
    /**
     * Starts a run of each of these providers that has none under way.
     *
     * @param providers ids; empty for all that are running
     * @param mode whether to parse what did not change
     * @return the runs under way, of all these providers, ordered by provider
     * @throws IllegalArgumentException if there is no such provider
     */
    List<Run> start(Collection<String> providers, SyncMode mode);

    /**
     * Stops runs and waits until they have ended, 5 seconds at most; the catalogue stays as it is.
     *
     * @param providers ids; empty for all
     * @return the runs that were stopped, ordered by provider
     */
    List<Run> stop(Collection<String> providers);

    /** Waits until a run has ended, and returns it. Returns at once if it has. */
    Run await(long run) throws InterruptedException;

    /** Waits until a run has ended, but not longer than this, and returns it as it is then. */
    Run await(long run, Duration patience) throws InterruptedException;

    /** The run as it is now; empty if there is none of this number, or if it is too long ago. */
    Optional<Run> run(long number);

    /** The last runs, newest first, those under way included. */
    List<Run> runs(int limit);

    /** All providers that are running or left entries in the catalogue, ordered by id. */
    List<ProviderStatus> providers();

    /** The feeds of a provider in its own order, with the age of what was last fetched; empty if it does not run. */
    List<FeedStatus> feeds(String provider);

    /** What was held and is not released, ordered by provider. */
    List<Held> held();

    /**
     * Commits what was held, as it was held, in a run of its own.
     *
     * @return the run
     * @throws IllegalArgumentException if nothing of this provider is held
     */
    Run release(String provider);
}
