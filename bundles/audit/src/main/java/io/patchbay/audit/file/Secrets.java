package io.patchbay.audit.file;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks secrets, so that a changed one shows as changed. The key of the marks is never written anywhere, so nobody can find a secret by
 * trying; it lasts as long as the engine runs.
 */
final class Secrets {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Secrets() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    /** The same for the same secret. */
    String mark(String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] mark = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return "secret " + HexFormat.of().formatHex(mark, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
