package io.patchbay.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** A key made for a test, and what it signs. */
record OpenPgpKey(PGPKeyPair pair) {
    static OpenPgpKey make() throws PGPException {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return new OpenPgpKey(new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.EDDSA_LEGACY,
                generator.generateKeyPair(),
                new Date(1_700_000_000_000L)));
    }

    String fingerprint() {
        return HexFormat.of().withUpperCase().formatHex(pair.getPublicKey().getFingerprint());
    }

    byte[] armored() {
        try {
            return armored(pair.getPublicKey().getEncoded());
        } catch (IOException e) {
            throw new AssertionError("written to memory", e);
        }
    }

    static byte[] armored(byte[] packets) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = ArmoredOutputStream.builder().build(text)) {
            out.write(packets);
        }
        return text.toByteArray();
    }

    byte[] sign(byte[] content) throws PGPException, IOException {
        return sign(content, PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.SHA512);
    }

    byte[] sign(byte[] content, int type, int hash) throws PGPException, IOException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash), pair.getPublicKey());
        generator.init(type, pair.getPrivateKey());
        generator.update(content);
        return generator.generate().getEncoded();
    }
}
