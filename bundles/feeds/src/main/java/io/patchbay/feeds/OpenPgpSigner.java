package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Whoever signs an upstream's documents with OpenPGP (RFC 9580): detached signatures by one primary key, which is known by its fingerprint.
 * The key itself comes with the snapshot, and is believed only because of that fingerprint.
 *
 * <p>A document that was fetched must be signed. One that an operator handed in may come without a signature, because nobody but the upstream
 * can make one; if it has one, the signature must be right.
 *
 * @param key the feed of the key
 * @param fingerprint of the primary key, upper-case hex without spaces
 */
public record OpenPgpSigner(Feed key, String fingerprint) {
    /**
     * Demands that a document is signed. Signatures are taken in binary and armoured form, over bytes and over text.
     *
     * @param signed the name of the document
     * @param signature the name of the document with its detached signature
     * @throws FeedException if the signature or the key is missing, or is another's, or is not of these bytes
     */
    public void verify(Snapshot snapshot, String signed, String signature) throws IOException, FeedException {
        Document content = Bounded.find(snapshot, signed);
        Optional<Document> detached = snapshot.document(signature);
        if (detached.isEmpty() && content.url() == null) {
            return;
        }
        byte[] block = Bounded.bytes(snapshot, Bounded.find(snapshot, signature));
        if (!isValid(block, signature, primaryKey(snapshot), Bounded.bytes(snapshot, content))) {
            throw new FeedException(signature, "", "not the signature of " + signed + " by the key " + fingerprint);
        }
    }

    private PGPPublicKey primaryKey(Snapshot snapshot) throws IOException, FeedException {
        byte[] bytes = Bounded.bytes(snapshot, Bounded.find(snapshot, key));
        Iterator<PGPPublicKeyRing> rings = decoded(
                        key.name(),
                        () -> new BcPGPPublicKeyRingCollection(
                                PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))))
                .getKeyRings();
        while (rings.hasNext()) {
            PGPPublicKey primary = rings.next().getPublicKey();
            if (HexFormat.of()
                    .withUpperCase()
                    .formatHex(primary.getFingerprint())
                    .equals(fingerprint)) {
                return primary;
            }
        }
        throw new FeedException(key.name(), "", "expected the key " + fingerprint);
    }

    private static boolean isValid(byte[] block, String name, PGPPublicKey key, byte[] content) throws FeedException {
        return decoded(name, () -> {
            Object first =
                    new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(block))).nextObject();
            if (first instanceof PGPSignatureList signatures) {
                for (PGPSignature signature : signatures) {
                    if (isOfDocument(signature, key) && isOver(signature, key, content)) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    /** A signature of a key, or one whose digest anybody can forge, vouches for no document. */
    private static boolean isOfDocument(PGPSignature signature, PGPPublicKey key) {
        int type = signature.getSignatureType();
        return (type == PGPSignature.BINARY_DOCUMENT || type == PGPSignature.CANONICAL_TEXT_DOCUMENT)
                && signature.getKeyID() == key.getKeyID()
                && signature.getHashAlgorithm() != HashAlgorithmTags.MD5;
    }

    private static boolean isOver(PGPSignature signature, PGPPublicKey key, byte[] content) throws PGPException {
        signature.init(new BcPGPContentVerifierBuilderProvider(), key);
        signature.update(content);
        return signature.verify();
    }

    /** The library throws whatever it stumbles over in bytes that are not OpenPGP. */
    private static <T> T decoded(String document, Decoding<T> decoding) throws FeedException {
        try {
            return decoding.decode();
        } catch (IOException | PGPException | RuntimeException e) {
            throw new FeedException(document, "", "not OpenPGP: " + e.getMessage(), e);
        }
    }

    private interface Decoding<T> {
        T decode() throws IOException, PGPException;
    }
}
