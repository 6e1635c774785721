package io.patchbay.catalog;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import java.util.EnumSet;
import java.util.Set;

/**
 * How well it is proven that a file is what its vendor published; from the best grade to the worst. What the vendor publishes of a file is
 * one half of a proof, the other is the signature that the file itself carries. Nobody looks into a file before it is fetched, so every
 * grade but X is one lower than it would be with that.
 */
public enum Evidence {
    /** A digest in a document that the vendor signed, and the file itself is signed by its publisher. Nobody checks the latter yet. */
    A,
    /** A digest in a document that the vendor signed. */
    B,
    /** A digest in a document that nobody signed, for which only the connection vouches; or only digests that can be forged (MD5, SHA-1). */
    C,
    /** No digest: what the address leads to is believed. */
    D,
    /** Providers contradict each other, so at least one of them does not mean this file. */
    X;

    private static final Set<Algorithm> FORGEABLE = EnumSet.of(Algorithm.MD5, Algorithm.SHA1);

    /** What the best digest of a file proves. What other providers say of the file is not looked at. */
    public static Evidence of(ContentFile file) {
        Evidence best = D;
        for (Digest digest : file.digests()) {
            Evidence grade = of(digest);
            best = grade.isAtLeast(best) ? grade : best;
        }
        return best;
    }

    /** What a digest proves of its file. */
    static Evidence of(Digest digest) {
        return digest.signer().isBlank() || isForgeable(digest) ? C : B;
    }

    static boolean isForgeable(Digest digest) {
        return FORGEABLE.contains(digest.algorithm());
    }

    /** Whether it is this grade or a better one. */
    public boolean isAtLeast(Evidence least) {
        return compareTo(least) <= 0;
    }

    /** The worse of the two. */
    public Evidence worst(Evidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
