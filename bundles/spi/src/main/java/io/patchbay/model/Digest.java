package io.patchbay.model;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * A digest of a file's bytes.
 *
 * @param algorithm the algorithm
 * @param value lower-case hex
 * @param source where it was read: the name of a document of the snapshot, such as {@code sha512sums/0.83}
 * @param signer whose signature of that document was verified, and of which kind, such as {@code VideoLAN, OpenPGP}; blank if nobody's. The
 *     engine says so, by what the document's feed demands ({@link io.patchbay.spi.Feed#signer}); providers leave it blank
 */
public record Digest(Algorithm algorithm, String value, String source, String signer) {
    /** The digest algorithms that vendors publish. */
    public enum Algorithm {
        MD5("md5", 16),
        SHA1("sha1", 20),
        SHA256("sha256", 32),
        SHA512("sha512", 64);

        private final String title;
        private final int length;

        Algorithm(String title, int length) {
            this.title = title;
            this.length = length;
        }

        /** The name in JSON and tables, such as {@code sha256}. */
        public String title() {
            return title;
        }

        /** The length of the digest in bytes. */
        public int length() {
            return length;
        }
    }

    /** Refuses a value that is not hex of the algorithm's length, with {@link IllegalArgumentException}. */
    public Digest {
        Objects.requireNonNull(source);
        Objects.requireNonNull(signer);
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() != 2 * algorithm.length() || !isHex(value)) {
            throw new IllegalArgumentException("not a " + algorithm.title() + ": " + value);
        }
    }

    /** A digest of which nobody has verified a signature. */
    public Digest(Algorithm algorithm, String value, String source) {
        this(algorithm, value, source, "");
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** A digest given in Base64, as Microsoft's documents do. */
    public static Digest base64(Algorithm algorithm, String value, String source) {
        return new Digest(
                algorithm, HexFormat.of().formatHex(Base64.getDecoder().decode(value)), source);
    }

    /** The same, read from a document whose signature by this signer was verified. */
    public Digest signedBy(String whose) {
        return new Digest(algorithm, value, source, whose);
    }
}
