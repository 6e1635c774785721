package io.patchbay.provider.microsoft.scan;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A fragment, up to its component manifest if it has one. */
final class Fragment {
    private final String member;
    private final byte[] head;

    /**
     * A fragment that was read.
     *
     * @param member the name of the member that holds it
     * @param head its bytes; not copied
     */
    Fragment(String member, byte[] head) {
        this.member = member;
        this.head = head;
    }

    String member() {
        return member;
    }

    int length() {
        return head.length;
    }

    /** The bytes; not to be changed. */
    byte[] bytes() {
        return head;
    }

    InputStream open() {
        return new ByteArrayInputStream(head);
    }
}
