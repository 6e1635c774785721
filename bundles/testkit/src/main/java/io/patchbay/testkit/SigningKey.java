package io.patchbay.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPKey;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/**
 * An OpenPGP key that is made for a test: what an operator pins, and what its owner signs.
 *
 * <pre>{@code
 * SigningKey key = SigningKey.of("Example Ltd");
 * Files.write(signers.resolve("example.asc"), key.publicKey());
 * Files.write(folder.resolve("example.jar.asc"), key.sign(Files.readAllBytes(jar)));
 * }</pre>
 */
public final class SigningKey {
    private static final OpenPGPApi OPEN_PGP = new BcOpenPGPApi();

    private final OpenPGPKey key;

    private SigningKey(OpenPGPKey key) {
        this.key = key;
    }

    /** A new key of somebody. */
    public static SigningKey of(String owner) {
        try {
            return new SigningKey(
                    OPEN_PGP.generateKey(4).ed25519x25519Key(owner).build());
        } catch (PGPException e) {
            throw new IllegalStateException("no key can be made", e);
        }
    }

    /** The public key, armoured. */
    public byte[] publicKey() throws IOException {
        return key.toCertificate().toAsciiArmoredString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A detached signature, armoured. */
    public byte[] sign(byte[] content) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = ArmoredOutputStream.builder().build(text)) {
            for (var signature :
                    OPEN_PGP.createDetachedSignature().addSigningKey(key).sign(new ByteArrayInputStream(content))) {
                out.write(signature.getEncoded());
            }
        } catch (PGPException e) {
            throw new IllegalStateException("nothing can be signed", e);
        }
        return text.toByteArray();
    }
}
