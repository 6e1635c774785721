package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Of each revision of a shard a digest of its fragments: their names and bytes, in their order. The first half of a SHA-256, as two longs. */
final class FragmentDigests {
    private final MessageDigest sha256 = Sha256.newDigest();
    private final long[] halves;

    /** The digests of these revisions; null stands for one without fragments. */
    FragmentDigests(@Nullable Fragments[] revisions) {
        halves = new long[2 * revisions.length];
        for (int i = 0; i < revisions.length; i++) {
            ByteBuffer sum = digest(revisions[i]);
            halves[2 * i] = sum.getLong();
            halves[2 * i + 1] = sum.getLong();
        }
    }

    /** Whether the revision of this number has these fragments. */
    boolean isSame(int revision, @Nullable Fragments fragments) {
        ByteBuffer sum = digest(fragments);
        return sum.getLong() == halves[2 * revision] && sum.getLong() == halves[2 * revision + 1];
    }

    private ByteBuffer digest(@Nullable Fragments fragments) {
        if (fragments != null) {
            for (Fragment fragment : fragments.all()) {
                byte[] name = fragment.member().getBytes(StandardCharsets.UTF_8);
                sha256.update(ByteBuffer.allocate(2 * Integer.BYTES)
                        .putInt(name.length)
                        .putInt(fragment.length())
                        .flip());
                sha256.update(name);
                sha256.update(fragment.bytes());
            }
        }
        return ByteBuffer.wrap(sha256.digest());
    }
}
