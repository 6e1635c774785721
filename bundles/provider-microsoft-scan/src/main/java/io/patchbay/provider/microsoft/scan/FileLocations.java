package io.patchbay.provider.microsoft.scan;

import java.util.Arrays;

/**
 * The files that a scan file names, numbered from 0: for each its SHA-1, and the address where it is. About 100,000, so they lie in
 * a few arrays.
 */
final class FileLocations {
    static final int DIGEST_LENGTH = 20;
    private static final int NONE = 0;
    private static final int UNKNOWN = -1;

    private final ByteArena urls = new ByteArena();
    private byte[] digests = new byte[DIGEST_LENGTH * 512];
    private final Ints places = new Ints();
    private int[] slots = new int[1024];
    private int size;

    /**
     * The number of the file of this SHA-1, which it gets now if it is new.
     *
     * @throws IllegalArgumentException if that is not 20 bytes
     */
    int add(byte[] sha1) {
        if (sha1.length != DIGEST_LENGTH) {
            throw new IllegalArgumentException("not a SHA-1: " + sha1.length + " bytes");
        }
        int slot = slot(sha1);
        if (slots[slot] == NONE) {
            slots[slot] = append(sha1);
            growIfCrowded();
            return size - 1;
        }
        return slots[slot] - 1;
    }

    void locate(int file, CharSequence url) {
        places.set(file, urls.add(url));
    }

    /** The number of the file of this SHA-1; -1 if the scan file does not name it. */
    int find(byte[] sha1) {
        return slots[slot(sha1)] - 1;
    }

    /** The address of the file; blank if the scan file gives none. */
    String url(int file) {
        return places.get(file) == UNKNOWN ? "" : urls.get(places.get(file));
    }

    byte[] digest(int file) {
        return Arrays.copyOfRange(digests, file * DIGEST_LENGTH, (file + 1) * DIGEST_LENGTH);
    }

    /** Writes down the SHA-1 and the address of a file. */
    void describe(int file, RowDigest out) {
        out.put(digests, file * DIGEST_LENGTH, DIGEST_LENGTH);
        describeUrl(file, out);
    }

    /** Writes down the address of a file, or that there is none. */
    void describeUrl(int file, RowDigest out) {
        if (places.get(file) == UNKNOWN) {
            out.put(UNKNOWN);
        } else {
            urls.describe(places.get(file), out);
        }
    }

    private int append(byte[] sha1) {
        if (size * DIGEST_LENGTH == digests.length) {
            digests = Arrays.copyOf(digests, digests.length * 2);
        }
        places.add(UNKNOWN);
        System.arraycopy(sha1, 0, digests, size * DIGEST_LENGTH, DIGEST_LENGTH);
        return ++size;
    }

    private int slot(byte[] sha1) {
        int slot = hash(sha1) & (slots.length - 1);
        while (slots[slot] != NONE && !holds(slots[slot] - 1, sha1)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean holds(int file, byte[] sha1) {
        int from = file * DIGEST_LENGTH;
        return Arrays.equals(digests, from, from + DIGEST_LENGTH, sha1, 0, DIGEST_LENGTH);
    }

    /** A SHA-1 is evenly spread as it is: its first bytes will do. */
    private static int hash(byte[] sha1) {
        return sha1[0] << 24 | (sha1[1] & 0xff) << 16 | (sha1[2] & 0xff) << 8 | (sha1[3] & 0xff);
    }

    private void growIfCrowded() {
        if (2 * size <= slots.length) {
            return;
        }
        slots = new int[slots.length * 2];
        for (int file = 0; file < size; file++) {
            slots[slot(digest(file))] = file + 1;
        }
    }
}
