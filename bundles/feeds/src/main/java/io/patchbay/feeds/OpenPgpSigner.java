package io.patchbay.feeds;

import io.patchbay.spi.Document;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedException.Code;
import io.patchbay.spi.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 * Whoever signs an upstream's documents with OpenPGP (RFC 9580): detached signatures by primary keys that are known by their fingerprints.
 * The keys themselves come with the snapshot, and are believed only because of those.
 *
 * <p>A document that was fetched must be signed. One that an operator handed in may come without a signature, because nobody but the upstream
 * can make one; if it has one, the signature must be right.
 *
 * @param keys the feed of the key, or the family of keys
 * @param fingerprints of the primary keys, upper-case hex without spaces
 */
public record OpenPgpSigner(Feed keys, Set<String> fingerprints) {
    public OpenPgpSigner {
        fingerprints = Set.copyOf(fingerprints);
    }

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
        if (detached.isEmpty()) {
            throw new FeedException(Code.SIGNATURE_MISSING, signature, "", "expected a signature of " + signed);
        }
        byte[] block = Bounded.bytes(snapshot, detached.get());
        byte[] bytes = Bounded.bytes(snapshot, content);
        for (PGPPublicKey key : known(snapshot)) {
            if (isValid(block, signature, key, bytes)) {
                return;
            }
        }
        throw new FeedException(
                Code.SIGNATURE_INVALID, signature, "", "not a signature of " + signed + " by a key that is known");
    }

    private List<PGPPublicKey> known(Snapshot snapshot) throws IOException, FeedException {
        List<PGPPublicKey> known = new ArrayList<>();
        for (Document document : snapshot.documents(keys)) {
            byte[] bytes = Bounded.bytes(snapshot, document);
            Iterator<PGPPublicKeyRing> rings = decoded(
                            document.name(),
                            () -> new BcPGPPublicKeyRingCollection(
                                    PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))))
                    .getKeyRings();
            rings.forEachRemaining(ring -> known.add(ring.getPublicKey()));
        }
        known.removeIf(key -> !fingerprints.contains(fingerprint(key)));
        if (known.isEmpty()) {
            throw new FeedException(
                    keys.name(), "", "expected the key " + String.join(" or ", new TreeSet<>(fingerprints)));
        }
        return known;
    }

    private static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
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
