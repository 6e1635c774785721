package io.patchbay.fetch;

/** Is told how far a fetch is, on the thread that fetches. Called often; it must not block. */
@FunctionalInterface
public interface FetchProgress {
    /** Tells nobody. */
    FetchProgress NONE = (what, done, total) -> {};

    /**
     * Tells how far something is.
     *
     * @param what a document's name, with {@code done} and {@code total} in bytes, or whatever the provider counts
     * @param total 0 if unknown
     */
    void progress(String what, long done, long total);

    /**
     * Tells that an earlier copy of a document stands in for one that could not be had.
     *
     * @param feed the name of its feed
     * @param reason why it could not be had
     */
    default void outdated(String feed, String reason) {}
}
