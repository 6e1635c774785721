package io.patchbay.audit.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A place in the chain: the number of a record, and the SHA-256 of its line. */
record Link(long number, String sha256) {
    /** Where a chain begins. */
    static final Link START = new Link(0, "0".repeat(64));

    /** The place of a record. */
    static Link of(long number, byte[] line) {
        return new Link(number, HexFormat.of().formatHex(digest().digest(line)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
