package io.patchbay.provider.microsoft.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the fragments of a shard, one after the other into arrays that are used again for the next shard: some 15 MB each time, which the
 * garbage collector would have to move about. Not thread-safe.
 */
final class FragmentBuffer {
    /** So much is read at once where most of what follows is not wanted. */
    private static final int CHUNK = 1 << 13;

    private static final int PART = 1 << 20;
    /** How many parts are kept for the next shard. */
    private static final int MOST_PARTS = 8;

    private byte[] read = new byte[1 << 16];
    private int length;

    private final List<byte[]> parts = new ArrayList<>();
    /** The part that is being filled, and how far it is. */
    private int part;

    private int used;

    FragmentBuffer() {
        parts.add(new byte[PART]);
    }

    /** Reads so many bytes, or to the end if that comes before. */
    Fragment read(String member, InputStream in, int size) throws IOException {
        if (size > PART) {
            byte[] bytes = in.readNBytes(size);
            return new Fragment(member, bytes, 0, bytes.length);
        }
        byte[] bytes = partFor(size);
        return use(member, bytes, in.readNBytes(bytes, used, size));
    }

    /** Reads to the end of the {@link FragmentHead}, or so many bytes. */
    Fragment readHead(String member, InputStream in, int most) throws IOException {
        FragmentHead head = new FragmentHead();
        int end = -1;
        length = 0;
        while (end < 0 && length < most && readMore(in, Math.min(most, length + CHUNK))) {
            end = head.find(read, length);
        }
        return keep(member, end < 0 ? length : end);
    }

    /** Whether there was more. */
    private boolean readMore(InputStream in, int most) throws IOException {
        if (length == read.length) {
            read = Arrays.copyOf(read, 2 * length);
        }
        int count = in.read(read, length, Math.min(most, read.length) - length);
        length += Math.max(count, 0);
        return count >= 0;
    }

    private Fragment keep(String member, int size) {
        if (size > PART) {
            return new Fragment(member, Arrays.copyOf(read, size), 0, size);
        }
        byte[] bytes = partFor(size);
        System.arraycopy(read, 0, bytes, used, size);
        return use(member, bytes, size);
    }

    /** The part that is being filled, with room for so many bytes. */
    private byte[] partFor(int size) {
        if (size > PART - used) {
            used = 0;
            if (++part == parts.size()) {
                parts.add(new byte[PART]);
            }
        }
        return parts.get(part);
    }

    private Fragment use(String member, byte[] bytes, int size) {
        used += size;
        return new Fragment(member, bytes, used - size, size);
    }

    /** Makes room for other fragments: those that were read are lost. */
    void clear() {
        part = 0;
        used = 0;
        if (parts.size() > MOST_PARTS) {
            parts.subList(MOST_PARTS, parts.size()).clear();
        }
    }
}
