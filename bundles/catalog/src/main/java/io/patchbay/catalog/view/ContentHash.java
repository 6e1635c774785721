package io.patchbay.catalog.view;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The SHA-256 of an update's canonical document, as four numbers because the view holds one for every update. */
public record ContentHash(long first, long second, long third, long fourth) {
    /** The hash of a document, by a digest of {@link #sha256}. */
    public static ContentHash of(MessageDigest sha256, ByteBuffer document) {
        sha256.update(document.duplicate());
        return of(sha256.digest());
    }

    /** The hash of these 32 bytes. */
    public static ContentHash of(byte[] hash) {
        ByteBuffer digest = ByteBuffer.wrap(hash);
        return new ContentHash(digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong());
    }

    /** The hash as 32 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** What hashes are made with, one after another. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
