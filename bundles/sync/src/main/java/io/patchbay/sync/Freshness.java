package io.patchbay.sync;

/** How current a feed is, from what is not known to the worst. */
public enum Freshness {
    /** No document of it was ever fetched: no run succeeded yet, or what there is was recorded by hand. */
    NEVER,
    /** Fetched, or confirmed to be unchanged, not long ago. */
    FRESH,
    /** Not fetched for so long that an operator should look why. */
    WARNING,
    /** Not fetched for much too long; or unchanged for much longer than it ever was, so that somebody may be holding it back. */
    ALARM
}
