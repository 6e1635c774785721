package io.patchbay.sync;

/** Whether a run parses documents that did not change. */
public enum SyncMode {
    /** A run whose documents are the same as the last committed ones ends there. */
    IF_CHANGED,
    /** The documents are parsed in any case. */
    ALWAYS
}
