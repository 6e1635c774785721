package io.patchbay.provider.microsoft.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What tells the bytes of a shard from others: how many they are, and two checksums, which no more than chance could make equal. A digest would
 * take four times as long to be safe from nobody: who alters a shard so that it seems to be as it was could as well leave it as it was.
 */
record ShardBytes(long length, int crc32, int crc32c) {
    static final int BYTES = Long.BYTES + 2 * Integer.BYTES;

    /** Those of no shard. */
    static final ShardBytes NONE = new ShardBytes(-1, 0, 0);

    private static final int BUFFER = 1 << 16;

    static ShardBytes of(InputStream content) throws IOException {
        CRC32 crc32 = new CRC32();
        CRC32C crc32c = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            crc32.update(buffer, 0, read);
            crc32c.update(buffer, 0, read);
            length += read;
        }
        return new ShardBytes(length, (int) crc32.getValue(), (int) crc32c.getValue());
    }

    static ShardBytes read(ByteBuffer from) {
        return new ShardBytes(from.getLong(), from.getInt(), from.getInt());
    }

    void write(ByteBuffer to) {
        to.putLong(length).putInt(crc32).putInt(crc32c);
    }
}
