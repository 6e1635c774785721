package io.patchbay.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name that git gives a content. */
final class GitBlob {
    private GitBlob() {}

    static String name(InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        MessageDigest sha1 = sha1();
        sha1.update(("blob " + bytes.length + '\0').getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(sha1.digest(bytes));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }
}
