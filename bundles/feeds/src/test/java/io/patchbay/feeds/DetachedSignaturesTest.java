package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Digest.Algorithm;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class DetachedSignaturesTest {
    private static final Feed SUMS = Feed.text("sums", "https://vendor.example/");
    private static final String DIGEST = "0".repeat(64);
    private static final byte[] LIST = (DIGEST + "  a.msi\n").getBytes(US_ASCII);

    private static OpenPgpKey vendors;
    private static DetachedSignatures signatures;

    @BeforeAll
    static void makeAKey() throws Exception {
        vendors = OpenPgpKey.make();
        Feed key = Feed.text("key.asc", "https://vendor.example/key.asc");
        Feed family = Feed.of("signatures", "https://vendor.example/", Feed.Format.BINARY);
        signatures = new DetachedSignatures(family, ".sig", new OpenPgpSigner(key, Set.of(vendors.fingerprint())));
    }

    private static Documents upstream() {
        return new Documents().fetched("sums/1.0", LIST).fetched("key.asc", vendors.armored());
    }

    @Test
    void readsAListThatIsSigned() throws Exception {
        Documents signed = upstream().fetched("signatures/sums/1.0", vendors.sign(LIST));
        assertEquals(
                DIGEST,
                signatures
                        .checksums(signed, SUMS, "1.0")
                        .digest(Algorithm.SHA256, "a.msi")
                        .value());
    }

    @Test
    void refusesAListThatIsNotSigned() {
        refuses(upstream(), "signatures/sums/1.0: expected a signature of sums/1.0");
    }

    @Test
    void refusesTheSignatureOfAnotherList() throws Exception {
        Documents signed = upstream().fetched("signatures/sums/1.0", vendors.sign(DIGEST.getBytes(US_ASCII)));
        refuses(signed, "signatures/sums/1.0: not a signature of sums/1.0 by a key that is known");
    }

    private static void refuses(Documents documents, String message) {
        FeedException refused = assertThrows(FeedException.class, () -> signatures.checksums(documents, SUMS, "1.0"));
        assertEquals(message, refused.getMessage());
    }
}
