package io.patchbay.provider.microsoft.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads fragments into arrays of just their length; one buffer for all of a shard. */
final class FragmentBuffer {
    /** So much is read at once where most of what follows is not wanted. */
    private static final int CHUNK = 1 << 13;

    private byte[] buffer = new byte[1 << 16];
    private int length;

    /** Reads to the end, or so many bytes. */
    byte[] read(InputStream in, int most) throws IOException {
        length = 0;
        while (length < most && readMore(in, most)) {}
        return Arrays.copyOf(buffer, length);
    }

    /** Reads to the end of the {@link FragmentHead}, or so many bytes. */
    byte[] readHead(InputStream in, int most) throws IOException {
        FragmentHead head = new FragmentHead();
        int end = -1;
        length = 0;
        while (end < 0 && length < most && readMore(in, Math.min(most, length + CHUNK))) {
            end = head.find(buffer, length);
        }
        return Arrays.copyOf(buffer, end < 0 ? length : end);
    }

    /** Whether there was more. */
    private boolean readMore(InputStream in, int most) throws IOException {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * length);
        }
        int count = in.read(buffer, length, Math.min(most, buffer.length) - length);
        length += Math.max(count, 0);
        return count >= 0;
    }
}
