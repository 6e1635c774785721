package io.patchbay.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The identity of an update, for ever: Microsoft's own UpdateID, or a UUID derived from what the vendor calls the release.
 * Ordered by the text of the UUID. The text is always lower case; documents spell it either way.
 */
public record UpdateId(UUID value) implements Comparable<UpdateId> {
    /** The name space of derived ids (RFC 9562, version 5): the URL name space's id of {@code https://patchbay.io/update}. */
    private static final UUID NAMESPACE = UUID.fromString("f5e9db4c-8f55-5f47-a1a1-68079a9d976c");

    /**
     * Reads an UpdateID of either case, with or without braces.
     *
     * @throws IllegalArgumentException if the text is not a UUID of 36 characters
     */
    public static UpdateId parse(String text) {
        String bare = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        if (bare.length() != 36) {
            throw new IllegalArgumentException("not an update id: " + text);
        }
        return new UpdateId(UUID.fromString(bare));
    }

    /**
     * Derives the id of a vendor's release. The same names give the same id on every machine and in every version of
     * Patchbay, so that a release amended later stays the same update.
     *
     * @param provider the provider's id
     * @param names what tells one release from another: product, version, architecture, package type
     */
    public static UpdateId of(String provider, String... names) {
        return new UpdateId(version5(provider + '\n' + String.join("\n", names)));
    }

    private static UUID version5(String name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x5000L;
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-1", e);
        }
    }

    @Override
    public int compareTo(UpdateId other) {
        int high = Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
    }

    /** As a record's own, without its indirections: a catalogue looks up hundreds of thousands. */
    @Override
    public boolean equals(Object other) {
        return other instanceof UpdateId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
