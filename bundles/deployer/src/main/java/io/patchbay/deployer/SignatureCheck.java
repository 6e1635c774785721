package io.patchbay.deployer;

import io.patchbay.feeds.trust.PinnedKeys;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SignatureException;

/** Checks the detached signature that lies beside a file, by the keys that the operator pinned. */
final class SignatureCheck {
    private static final String SIGNATURE = ".asc";
    private static final int LONGEST = 1 << 16;

    private final Path keys;
    private final boolean isRequired;

    /** Checks by the keys in a folder, which is read each time; a file without a signature is refused only if one is required. */
    SignatureCheck(Path keys, boolean isRequired) {
        this.keys = keys;
        this.isRequired = isRequired;
    }

    /** Where the signature of a file is, if it has one. */
    static Path signature(Path file) {
        return file.resolveSibling(file.getFileName() + SIGNATURE);
    }

    static boolean isSignature(Path file) {
        return file.toString().endsWith(SIGNATURE);
    }

    /** Who signed a file, of which there is a copy; blank if nobody did. */
    String signer(Path file, Staging.Copy copy) throws IncompleteRefusal {
        Path signature = signature(file);
        if (Files.exists(signature)) {
            return signedBy(signature, copy);
        }
        if (isRequired) {
            throw new IncompleteRefusal("is not signed, as it must be: there is no " + signature.getFileName(), copy);
        }
        return "";
    }

    private String signedBy(Path signature, Staging.Copy copy) throws IncompleteRefusal {
        try (InputStream in = Files.newInputStream(copy.path());
                InputStream block = Files.newInputStream(signature)) {
            return PinnedKeys.read(keys).signer(in, block.readNBytes(LONGEST));
        } catch (SignatureException e) {
            throw new IncompleteRefusal("has a signature that is not right: it " + e.getMessage(), copy, e);
        } catch (IOException e) {
            throw new IncompleteRefusal("has a signature that cannot be checked: " + e.getMessage(), copy, e);
        }
    }
}
