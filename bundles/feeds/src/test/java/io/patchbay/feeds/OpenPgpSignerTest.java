package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class OpenPgpSignerTest {
    private static final byte[] STATUS = "3.0.21\nhttps://vendor.example/a.exe\nText\n".getBytes(US_ASCII);
    private static final Feed KEY = Feed.of("key.asc", "https://vendor.example/key.asc", Feed.Format.TEXT);

    private static OpenPgpKey vendors;
    private static OpenPgpKey others;

    @BeforeAll
    static void makeKeys() throws Exception {
        vendors = OpenPgpKey.make();
        others = OpenPgpKey.make();
    }

    private static void verify(Documents documents) throws Exception {
        new OpenPgpSigner(KEY, Set.of(vendors.fingerprint())).verify(documents, "status", "status.asc");
    }

    private static Documents signed(byte[] signature) {
        return new Documents()
                .fetched("status", STATUS)
                .fetched("status.asc", signature)
                .fetched("key.asc", vendors.armored());
    }

    private static void refuses(Documents documents, String message) {
        FeedException refused = assertThrows(FeedException.class, () -> verify(documents));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void acceptsWhatTheKeySigned() throws Exception {
        verify(signed(vendors.sign(STATUS)));
        verify(signed(OpenPgpKey.armored(vendors.sign(STATUS))));
    }

    @Test
    void acceptsASignatureOverText() throws Exception {
        byte[] signature = vendors.sign(
                "3.0.21\r\nhttps://vendor.example/a.exe\r\nText\r\n".getBytes(US_ASCII),
                PGPSignature.CANONICAL_TEXT_DOCUMENT,
                HashAlgorithmTags.SHA256);
        verify(signed(signature));
    }

    @Test
    void refusesOtherBytes() throws Exception {
        Documents changed = signed(vendors.sign(STATUS))
                .fetched("status", "3.0.99\nhttps://evil.example/a.exe\nText\n".getBytes(US_ASCII));
        refuses(changed, "status.asc: not a signature of status by a key that is known");
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws Exception {
        String message = "status.asc: not a signature of status by a key that is known";
        refuses(signed(others.sign(STATUS)), message);
    }

    @Test
    void refusesAnotherKeyThanThePinnedOne() throws Exception {
        Documents swapped = signed(others.sign(STATUS)).fetched("key.asc", others.armored());
        refuses(swapped, "key.asc: expected the key " + vendors.fingerprint());
    }

    @Test
    void refusesASignatureThatIsNotOfADocument() throws Exception {
        byte[] ofKey = vendors.sign(STATUS, PGPSignature.STAND_ALONE, HashAlgorithmTags.SHA256);
        assertThrows(FeedException.class, () -> verify(signed(ofKey)));
    }

    @Test
    void refusesADigestThatAnybodyCanForge() throws Exception {
        byte[] weak = vendors.sign(STATUS, PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.MD5);
        assertThrows(FeedException.class, () -> verify(signed(weak)));
    }

    @Test
    void refusesWhatIsNoSignature() {
        for (String text : new String[] {"no signature", "-----BEGIN PGP SIGNATURE-----\n\nAAAA\n", "\u0088\u0001x"}) {
            assertThrows(FeedException.class, () -> verify(signed(text.getBytes(US_ASCII))));
        }
        assertThrows(FeedException.class, () -> verify(signed(vendors.armored())));
    }

    @Test
    void demandsASignatureOfWhatWasFetched() {
        Documents unsigned = new Documents().fetched("status", STATUS).fetched("key.asc", vendors.armored());
        refuses(unsigned, "status.asc: expected a signature of status");
    }

    @Test
    void demandsNoneOfWhatAnOperatorHandedIn() throws Exception {
        verify(new Documents().with("status", STATUS));
        Documents wrong = new Documents()
                .with("status", STATUS)
                .with("status.asc", others.sign(STATUS))
                .with("key.asc", vendors.armored());
        assertThrows(FeedException.class, () -> verify(wrong));
    }

    @Test
    void knowsSeveralKeys() throws Exception {
        Feed family = Feed.text("keys", "https://vendor.example/");
        OpenPgpSigner signer = new OpenPgpSigner(family, Set.of(vendors.fingerprint(), others.fingerprint()));
        Documents documents = new Documents()
                .fetched("status", STATUS)
                .fetched("status.asc", others.sign(STATUS))
                .fetched("keys/2023.asc", vendors.armored())
                .fetched("keys/2026.asc", others.armored());
        signer.verify(documents, "status", "status.asc");
    }
}
