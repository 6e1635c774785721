package io.patchbay.provider.microsoft.scan;

import io.patchbay.model.UpdateId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Ids and digests that are made up of names, so that they are the same always. */
final class MadeUp {
    private MadeUp() {}

    static String id(String name) {
        return UpdateId.of("microsoft-scan", name).toString();
    }

    static String identity(String id, int number) {
        return "<UpdateIdentity UpdateID=\"%s\" RevisionNumber=\"%d\" />".formatted(id, number);
    }

    static String base64(String algorithm, String content) {
        return Base64.getEncoder().encodeToString(digest(algorithm, content));
    }

    static String hex(String algorithm, String content) {
        return HexFormat.of().formatHex(digest(algorithm, content));
    }

    private static byte[] digest(String algorithm, String content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
