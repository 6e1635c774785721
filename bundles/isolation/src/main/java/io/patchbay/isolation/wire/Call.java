package io.patchbay.isolation.wire;

/** The methods of a fetcher that a child calls; the arguments are written in the order in which they are named here. */
public enum Call {
    /** Feed, name or null, address or null, tag or null; returns a document. */
    FETCH,
    /** Feed, name, address, content type, body, tag or null; returns a document. */
    POST,
    /** Feed, question; returns the number of the answer and the file that it is in. */
    ASK,
    /** The number of an answer, name, tag or null; returns a document. */
    KEEP,
    /** The number of an answer; returns nothing. */
    CLOSE,
    /** Feed, duration; returns nothing. */
    PAUSE,
    /** Feed; returns an address. */
    ADDRESS,
    /** 1 for the previous snapshot and 0 for what is unfinished, document; returns a document. */
    TAKE,
    /** Anchor, extent; nobody waits for it. */
    ANCHOR,
    /** What, done, total; nobody waits for it. */
    PROGRESS,
    /** Feed, reason; nobody waits for it. */
    OUTDATED;

    /** Whether the child waits until it returns. */
    public boolean returns() {
        return this != ANCHOR && this != PROGRESS && this != OUTDATED;
    }
}
