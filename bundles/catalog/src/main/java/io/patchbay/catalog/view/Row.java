package io.patchbay.catalog.view;

import io.patchbay.catalog.Entry.State;
import io.patchbay.model.Rollout;
import java.time.LocalDate;

/**
 * One update as the catalogue holds it. Views of later generations share the rows that did not change.
 *
 * @param key its number in the catalogue, from 1, the same for ever
 * @param provider whose update it is
 * @param revision 1 when first seen, one more each time the content changes
 * @param content the key of the stored document of this revision
 * @param hash of that document
 * @param generation the one that last changed it
 */
public record Row(
        int key,
        String provider,
        State state,
        int revision,
        int content,
        ContentHash hash,
        LocalDate firstSeen,
        long generation,
        Facts facts) {
    /** The same in another state. */
    Row with(State newState, long newGeneration) {
        return new Row(key, provider, newState, revision, content, hash, firstSeen, newGeneration, facts);
    }

    /** The same with other facts. */
    Row with(Facts others) {
        return new Row(key, provider, state, revision, content, hash, firstSeen, generation, others);
    }

    /** Whether the vendor offers it. */
    public boolean isOffered() {
        return state == State.PUBLISHED;
    }

    /** Whether it takes the place of others: not before the vendor's own updater offers it, to some endpoints at least. */
    boolean isGivenOut() {
        return isOffered() && (facts.rollout() == Rollout.COMPLETE || facts.rollout() == Rollout.OFFERED);
    }

    /** Whether it is a release of this line. */
    public boolean isOf(io.patchbay.model.Line line) {
        LinePosition position = facts.position();
        return position != null && position.parsed().equals(line);
    }

    /** The release date, or the day it was first seen where the vendor gives none. */
    LocalDate date() {
        LocalDate released = facts.released();
        return released == null ? firstSeen : released;
    }
}
