package io.patchbay.sync;

import io.patchbay.catalog.ChangeCounts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of one provider, as it is or as it ended.
 *
 * @param number counts all runs, from 1
 * @param provider the provider's id
 * @param version the provider bundle's version
 * @param state what it is doing, or how it ended
 * @param started when it began
 * @param ended when it ended; null while it is under way
 * @param activity what it is doing, such as {@code fetch sha512sums/0.83}; blank once it has ended
 * @param done how much of that is done
 * @param total of how much; 0 if unknown
 * @param snapshot the name of the snapshot; blank while there is none
 * @param updates how many updates were read
 * @param changes what was committed, or held; null if it did not get so far
 * @param generation the generation that it made; 0 if it made none
 * @param reason why it was held, stopped or failed, in one line; blank otherwise
 */
public record Run(
        long number,
        String provider,
        String version,
        State state,
        Instant started,
        @Nullable Instant ended,
        String activity,
        long done,
        long total,
        String snapshot,
        int updates,
        @Nullable ChangeCounts changes,
        long generation,
        String reason) {
    /** What a run is doing, or how it ended. */
    public enum State {
        /** Under way. */
        RUNNING,
        /** Committed a new generation. */
        CHANGED,
        /** The upstream says what it said before. */
        UNCHANGED,
        /** Something is odd and waits for an operator. If the run made a generation, everything else is published. */
        HELD,
        /** Stopped by an operator, because the provider went, or because nothing was heard of it any more. */
        STOPPED,
        /** Could not be completed. */
        FAILED
    }

    /** Whether it has ended. */
    public boolean hasEnded() {
        return state != State.RUNNING;
    }

    /** Whether it ended as the operator wants it: the catalogue says what the upstream says. */
    public boolean succeeded() {
        return state == State.CHANGED || state == State.UNCHANGED;
    }
}
