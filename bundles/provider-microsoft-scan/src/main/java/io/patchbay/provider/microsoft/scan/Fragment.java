package io.patchbay.provider.microsoft.scan;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;

/** A fragment, up to its component manifest if it has one, as long as its {@link FragmentBuffer} is not used again. */
final class Fragment {
    private final String member;
    private final byte[] bytes;
    private final int start;
    private final int length;

    /**
     * A fragment that was read.
     *
     * @param member the name of the member that holds it
     * @param bytes where its bytes are, not copied
     */
    Fragment(String member, byte[] bytes, int start, int length) {
        this.member = member;
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    String member() {
        return member;
    }

    int length() {
        return length;
    }

    void update(MessageDigest digest) {
        digest.update(bytes, start, length);
    }

    InputStream open() {
        return new ByteArrayInputStream(bytes, start, length);
    }
}
