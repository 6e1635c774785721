package io.patchbay.provider.microsoft.scan;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The first half of a SHA-256, by which is told whether something is as it was. */
record HalfSha256(long high, long low) {
    static final int BYTES = 2 * Long.BYTES;

    /** Of all that was put into the digest, which begins anew. */
    static HalfSha256 of(MessageDigest sha256) {
        return read(ByteBuffer.wrap(sha256.digest()));
    }

    static HalfSha256 read(ByteBuffer from) {
        return new HalfSha256(from.getLong(), from.getLong());
    }

    void write(ByteBuffer to) {
        to.putLong(high).putLong(low);
    }
}
