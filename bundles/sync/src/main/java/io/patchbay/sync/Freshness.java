package io.patchbay.sync;

/** How current a feed is, from what is not known to the worst. */
public enum Freshness {
    /** There was never a document of it: no run succeeded yet, although not for too long, or none needed it. */
    NEVER,
    /** What there is was recorded by hand, and nothing was ever fetched: how old it is, nobody watches. */
    RECORDED,
    /** Fetched, or confirmed to be unchanged, not long ago. */
    FRESH,
    /** Not fetched for so long that an operator should look why. */
    WARNING,
    /** Not fetched for much too long, or never in as long a time; or unchanged for much longer than it ever was, so that somebody may be holding it back. */
    ALARM
}
