package io.patchbay.audit.file;

import io.patchbay.feeds.Sha256;

/** A place in the chain: the number of a record, and the SHA-256 of its line. */
record Link(long number, String sha256) {
    /** Where a chain begins. */
    static final Link START = new Link(0, "0".repeat(64));

    /** The place of a record. */
    static Link of(long number, byte[] line) {
        return new Link(number, Sha256.hex(line));
    }
}
