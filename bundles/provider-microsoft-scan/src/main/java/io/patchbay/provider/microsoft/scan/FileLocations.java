package io.patchbay.provider.microsoft.scan;

/**
 * The files that a scan file names, numbered from 0: for each its SHA-1, and the address where it is. About 100,000, so they lie in
 * a few arrays. If a file has two addresses, the lesser counts, wherever they stand.
 */
final class FileLocations {
    private static final int UNKNOWN = -1;

    private final Sha1s digests = new Sha1s();
    private final ByteArena urls = new ByteArena();
    /** By file. */
    private final Ints places = new Ints();

    /** How many files there are. */
    int size() {
        return digests.size();
    }

    /**
     * The number of the file of this SHA-1, which it gets now if it is new.
     *
     * @throws IllegalArgumentException if that is not 20 bytes
     */
    int add(byte[] sha1) {
        return digests.add(sha1);
    }

    void locate(int file, CharSequence url) {
        int address = urls.add(url);
        while (places.size() <= file) {
            places.add(UNKNOWN);
        }
        int known = places.get(file);
        if (known == UNKNOWN || urls.compare(address, known) < 0) {
            places.set(file, address);
        }
    }

    private int place(int file) {
        return file < places.size() ? places.get(file) : UNKNOWN;
    }

    /** The number of the file of this SHA-1; -1 if the scan file does not name it. */
    int find(byte[] sha1) {
        return digests.find(sha1);
    }

    /** The address of the file; blank if the scan file gives none. */
    String url(int file) {
        int place = place(file);
        return place == UNKNOWN ? "" : urls.get(place);
    }

    byte[] digest(int file) {
        return digests.get(file);
    }
}
