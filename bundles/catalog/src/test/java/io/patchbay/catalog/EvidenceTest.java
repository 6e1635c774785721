package io.patchbay.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Digest;
import io.patchbay.model.Digest.Algorithm;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final String UNCHECKED = "; the file's own signature is not checked";

    private static Digest digest(Algorithm algorithm) {
        return new Digest(algorithm, "0".repeat(2 * algorithm.length()), "sums");
    }

    private static Digest signed(Algorithm algorithm) {
        return digest(algorithm).signedBy("Vendor, OpenPGP");
    }

    private static FileEvidence of(Digest... digests) {
        ContentFile file =
                new ContentFile("a.exe", 7, List.of(digests), List.of(), null, ContentFile.Patching.SELF_CONTAINED);
        FileEvidence evidence = FileEvidence.of(file);
        assertEquals(Evidence.of(file), evidence.grade());
        return evidence;
    }

    @Test
    void aDigestThatTheVendorSignedIsB() {
        assertEquals(
                new FileEvidence(Evidence.B, "sha512 in sums, signed by Vendor, OpenPGP" + UNCHECKED),
                of(digest(Algorithm.SHA1), signed(Algorithm.SHA512)));
        assertEquals(
                Evidence.B,
                of(signed(Algorithm.SHA256), digest(Algorithm.SHA512)).grade());
    }

    @Test
    void aDigestThatNobodySignedIsC() {
        assertEquals(
                new FileEvidence(Evidence.C, "sha256 in sums, no signature of which was verified" + UNCHECKED),
                of(digest(Algorithm.MD5), digest(Algorithm.SHA256)));
    }

    @Test
    void aDigestThatCanBeForgedIsCEvenIfItIsSigned() {
        assertEquals(
                new FileEvidence(Evidence.C, "only sha1 in sums, signed by Vendor, OpenPGP" + UNCHECKED),
                of(signed(Algorithm.SHA1), signed(Algorithm.MD5)));
    }

    @Test
    void noDigestIsD() {
        assertEquals(new FileEvidence(Evidence.D, "no digest is published" + UNCHECKED), of());
    }

    @Test
    void gradesAreOrderedFromTheBest() {
        assertTrue(Evidence.B.isAtLeast(Evidence.B));
        assertTrue(Evidence.A.isAtLeast(Evidence.B));
        assertFalse(Evidence.X.isAtLeast(Evidence.D));
        assertEquals(Evidence.X, Evidence.X.worst(Evidence.A));
        assertEquals(Evidence.D, Evidence.C.worst(Evidence.D));
    }
}
