package io.patchbay.provider.microsoft.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads fragments into arrays of just their length; one buffer for all of a shard. */
final class FragmentBuffer {
    private byte[] buffer = new byte[1 << 16];

    /** Reads to the end, or so many bytes. */
    byte[] read(InputStream in, int most) throws IOException {
        int length = 0;
        for (int count = 0; count >= 0 && length < most; count = in.read(buffer, length, buffer.length - length)) {
            length += count;
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(2 * length, most));
            }
        }
        return Arrays.copyOf(buffer, length);
    }
}
