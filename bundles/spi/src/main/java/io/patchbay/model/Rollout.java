package io.patchbay.model;

/**
 * How far a vendor has come with giving out a release. That a release exists, that the vendor's own updater offers it, and that it does so
 * to everybody are three moments, days or weeks apart.
 */
public enum Rollout {
    /** Everybody gets it; so it is where a vendor tells no more than that a release is out. */
    COMPLETE,
    /** The vendor's updater offers it, to a part of the endpoints so far. */
    OFFERED,
    /** It can be downloaded, and the vendor's updater does not offer it yet. */
    EXISTS,
    /** The vendor's documents do not agree yet, such as those for two processors; nobody should install it before they do. */
    SETTLING
}
