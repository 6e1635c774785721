package io.patchbay.feeds.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignatureException;
import org.bouncycastle.openpgp.api.OpenPGPApi;
import org.bouncycastle.openpgp.api.OpenPGPCertificate;
import org.bouncycastle.openpgp.api.OpenPGPDetachedSignatureProcessor;
import org.bouncycastle.openpgp.api.OpenPGPSignature.OpenPGPDocumentSignature;
import org.bouncycastle.openpgp.api.bc.BcOpenPGPApi;

/**
 * The OpenPGP keys (RFC 9580) that an operator trusts: those in the files {@code NAME.asc} of a folder, where {@code NAME} is what he calls their
 * owner. A key's own signing subkeys count as the key; a signature does not count if its key had expired or was revoked when it was made, or if its
 * digest is weak, such as SHA-1. Immutable.
 */
public final class PinnedKeys {
    private static final String KEY = ".asc";
    private static final OpenPGPApi OPEN_PGP = new BcOpenPGPApi();

    private final Map<String, List<OpenPGPCertificate>> byName;

    private PinnedKeys(Map<String, List<OpenPGPCertificate>> byName) {
        this.byName = byName;
    }

    /**
     * Reads the keys of a folder; one that is not there holds none.
     *
     * @throws IOException if a file cannot be read, or holds no public key; the message names it
     */
    public static PinnedKeys read(Path folder) throws IOException {
        Map<String, List<OpenPGPCertificate>> byName = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + KEY)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    byName.put(name.substring(0, name.length() - KEY.length()), keys(file));
                }
            }
        }
        return new PinnedKeys(byName);
    }

    /** The library throws whatever it stumbles over in bytes that are not OpenPGP. */
    private static List<OpenPGPCertificate> keys(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<OpenPGPCertificate> keys;
        try {
            keys = OPEN_PGP.readKeyOrCertificate().parseCertificates(bytes);
        } catch (IOException | RuntimeException e) {
            throw new IOException(file + " holds no OpenPGP public key: " + e.getMessage(), e);
        }
        if (keys.isEmpty()) {
            throw new IOException(file + " holds no OpenPGP public key");
        }
        return keys;
    }

    /**
     * Who signed something.
     *
     * @param content what was signed; read to its end
     * @param signature one or several detached signatures of it, armoured or binary
     * @return the name of the first key's owner by whom there is a right signature
     * @throws IOException if the content cannot be read
     * @throws SignatureException if there is none; the message says why, as the end of a sentence that begins with "the signature"
     */
    public String signer(InputStream content, byte[] signature) throws IOException, SignatureException {
        List<PGPException> problems = new ArrayList<>();
        OpenPGPDetachedSignatureProcessor processor = processor(signature).setExceptionCallback(problems::add);
        List<OpenPGPDocumentSignature> byPinned = processor.process(content);
        for (OpenPGPDocumentSignature each : byPinned) {
            if (isRight(each)) {
                return name(each.getIssuerCertificate());
            }
        }
        throw new SignatureException(problem(byPinned, problems));
    }

    private OpenPGPDetachedSignatureProcessor processor(byte[] signature) throws SignatureException {
        OpenPGPDetachedSignatureProcessor processor = OPEN_PGP.verifyDetachedSignature();
        try {
            processor.addSignatures(new ByteArrayInputStream(signature));
        } catch (IOException | RuntimeException e) {
            throw new SignatureException("is not OpenPGP: " + e.getMessage(), e);
        }
        byName.values().forEach(keys -> keys.forEach(processor::addVerificationCertificate));
        return processor;
    }

    private String problem(List<OpenPGPDocumentSignature> byPinned, List<PGPException> problems) {
        if (!problems.isEmpty()) {
            return "does not count: " + problems.get(0).getMessage();
        }
        if (byPinned.isEmpty()) {
            return "is none by a pinned key";
        }
        OpenPGPDocumentSignature first = byPinned.get(0);
        String name = name(first.getIssuerCertificate());
        return first.isTestedCorrect()
                ? "does not count: the key of " + name + " had expired, was revoked or is not for signing"
                : "is by " + name + ", but of something else";
    }

    private static boolean isRight(OpenPGPDocumentSignature signature) {
        try {
            return signature.isTestedCorrect() && signature.isValid();
        } catch (PGPSignatureException e) {
            return false; // it says in which way
        }
    }

    private String name(OpenPGPCertificate key) {
        return byName.entrySet().stream()
                .filter(entry -> entry.getValue().contains(key))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
