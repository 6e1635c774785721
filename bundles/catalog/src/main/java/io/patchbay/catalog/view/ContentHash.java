package io.patchbay.catalog.view;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of an update's canonical document, as four numbers because the view holds one for every update. */
public record ContentHash(long first, long second, long third, long fourth) {
    /** The hash of a document. */
    public static ContentHash of(byte[] document) {
        return fromBytes(sha256().digest(document));
    }

    /** From 32 bytes. */
    public static ContentHash fromBytes(byte[] digest) {
        ByteBuffer buffer = ByteBuffer.wrap(digest);
        return new ContentHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /** To 32 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
