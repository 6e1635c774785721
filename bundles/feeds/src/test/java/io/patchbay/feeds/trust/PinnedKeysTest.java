package io.patchbay.feeds.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SignatureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With keys and signatures of GnuPG; the README beside them says what they are. */
class PinnedKeysTest {
    private static Path resource(String name) throws URISyntaxException {
        return Path.of(PinnedKeysTest.class.getResource(name).toURI());
    }

    private static String signer(byte[] signature) throws Exception {
        try (InputStream content = Files.newInputStream(resource("signed/file"))) {
            return PinnedKeys.read(resource("keys")).signer(content, signature);
        }
    }

    private static String refusal(byte[] signature) {
        return String.valueOf(
                assertThrows(SignatureException.class, () -> signer(signature)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"primary", "subkey", "binary", "both"})
    void namesWhoSigned(String signature) throws Exception {
        assertEquals("acme", signer(Files.readAllBytes(resource("signed/" + signature + ".asc"))));
    }

    @ParameterizedTest
    @CsvSource({
        "other, 'is by acme, but of something else'",
        "unknown, is none by a pinned key",
        "gone, 'does not count: the key of gone had expired, was revoked or is not for signing'",
        "sha1, does not count: Unacceptable hash algorithm: 2"
    })
    void refusesWhatProvesNothing(String signature, String reason) throws Exception {
        assertEquals(reason, refusal(Files.readAllBytes(resource("signed/" + signature + ".asc"))));
    }

    @Test
    void refusesWhatIsNoSignature() throws Exception {
        assertTrue(refusal("signed".getBytes(StandardCharsets.UTF_8)).startsWith("is not OpenPGP"));
        assertEquals("is none by a pinned key", refusal(new byte[0]));
        assertEquals("is none by a pinned key", refusal(Files.readAllBytes(resource("keys/acme.asc"))));
    }

    @Test
    void withoutKeysNobodySigned() throws Exception {
        PinnedKeys none = PinnedKeys.read(resource("keys").resolve("missing"));
        byte[] signature = Files.readAllBytes(resource("signed/primary.asc"));
        try (InputStream content = Files.newInputStream(resource("signed/file"))) {
            assertThrows(SignatureException.class, () -> none.signer(content, signature));
        }
    }

    @Test
    void namesAFileThatHoldsNoKey() throws Exception {
        Path broken = resource("broken");
        IOException refused = assertThrows(IOException.class, () -> PinnedKeys.read(broken));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.startsWith(broken.resolve("acme.asc") + " holds no OpenPGP public key"), message);
    }
}
