package io.patchbay.catalog;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import java.util.Comparator;

/**
 * How well one file is proven, and by what.
 *
 * @param grade the grade
 * @param proof in words: which digest is from where and who signed that, or what contradicts what
 */
public record FileEvidence(Evidence grade, String proof) {
    private static final Comparator<Digest> BEST =
            comparing((Digest digest) -> Evidence.of(digest)).thenComparing(Digest::algorithm, reverseOrder());
    private static final String UNCHECKED = "; the file's own signature is not checked";

    /** What the digests of a file prove: the best of them counts. What other providers say of the file is not looked at. */
    public static FileEvidence of(ContentFile file) {
        String proof =
                file.digests().stream().min(BEST).map(FileEvidence::proof).orElse("no digest is published");
        return new FileEvidence(Evidence.of(file), proof + UNCHECKED);
    }

    private static String proof(Digest digest) {
        String only = Evidence.isForgeable(digest) ? "only " : "";
        String signed =
                digest.signer().isBlank() ? "no signature of which was verified" : "signed by " + digest.signer();
        return only + digest.algorithm().title() + " in " + digest.source() + ", " + signed;
    }
}
