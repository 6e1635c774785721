package io.patchbay.catalog.view;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The SHA-256 of an update's canonical document, as four numbers because the view holds one for every update. */
public record ContentHash(long first, long second, long third, long fourth) {
    /** The hash of a document, by a digest of SHA-256 that is empty, and is empty again afterwards. */
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
}
