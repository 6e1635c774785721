package io.patchbay.catalog;

import io.patchbay.model.UpdateId;

/**
 * One change of one update. Of what an {@link Entry} takes over from others, only {@code current}, {@code superseded} and what advisories
 * say is told; see there.
 *
 * @param generation the commit that made it
 * @param id the update
 * @param provider the id of the provider whose update it is
 * @param kind what happened
 * @param revision the revision of what the provider says of it, after the change
 * @param title its title after the change
 */
public record Change(long generation, UpdateId id, String provider, Kind kind, int revision, String title) {
    /** What happened to an update. One commit makes at most one change of an update: the first that applies. */
    public enum Kind {
        /** Seen for the first time. */
        ADDED,
        /** Offered again after being withdrawn or expired. */
        RESTORED,
        /** No longer offered: missing in a full snapshot, or expired in a new revision. */
        WITHDRAWN,
        /** Its content changed; the revision is new. */
        CHANGED,
        /**
         * An offered update now replaces it, or of the bundles that install it none is current any more. Not told again when further ones
         * replace it: their own changes say so.
         */
        SUPERSEDED,
        /** Nothing replaces it any more, or one of the bundles that install it is current again. */
        CURRENT,
        /** What advisories say of it changed: its severity, its CVEs or its bulletins. */
        RATED
    }
}
