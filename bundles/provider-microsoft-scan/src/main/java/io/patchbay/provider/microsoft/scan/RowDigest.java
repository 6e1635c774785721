package io.patchbay.provider.microsoft.scan;

import io.patchbay.provider.microsoft.scan.ShardIndex.Shard;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Digests everything that package.xml says about a row and that an update is made of, with the shard that holds its fragments: if two are
 * the same and the shard is too, so is the update. The first half of a SHA-256, as two longs. Not thread-safe.
 */
final class RowDigest {
    private final ScanPackage scan;
    private final MessageDigest sha256 = sha256();
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    RowDigest(ScanPackage scan) {
        this.scan = scan;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** The digests of all newest rows of a scan file. */
    static Ids all(ScanContents contents) {
        ScanPackage scan = contents.scan();
        RowDigest digest = new RowDigest(scan);
        Ids digests = new Ids();
        for (Shard shard : contents.index().shards()) {
            for (int row : scan.newestRows(shard)) {
                ByteBuffer sum = digest.of(row, shard);
                digests.add(sum.getLong(), sum.getLong());
            }
        }
        return digests;
    }

    boolean isAmong(Ids digests, int row, Shard shard) {
        ByteBuffer sum = of(row, shard);
        return digests.find(sum.getLong(), sum.getLong()) >= 0;
    }

    private ByteBuffer of(int row, Shard shard) {
        buffer.clear();
        put(shard.name());
        scan.describe(row, this);
        sha256.update(buffer.array(), 0, buffer.position());
        return ByteBuffer.wrap(sha256.digest());
    }

    RowDigest put(long value) {
        reserve(Long.BYTES);
        buffer.putLong(value);
        return this;
    }

    RowDigest put(String text) {
        put(text.length());
        reserve(Character.BYTES * text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer.putChar(text.charAt(i));
        }
        return this;
    }

    RowDigest put(byte[] bytes, int from, int length) {
        put(length);
        reserve(length);
        buffer.put(bytes, from, length);
        return this;
    }

    private void reserve(int length) {
        if (buffer.remaining() < length) {
            int position = buffer.position();
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), 2 * (position + length)));
            buffer.position(position);
        }
    }
}
