package io.patchbay.catalog.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A run of revisions, with their documents packed as one, because documents of one provider resemble each other. */
final class Block {
    private final int first;
    private final long snapshot;
    private final List<Head> revisions;
    private final byte[] documents;

    /**
     * What is known of a revision.
     *
     * @param number of the revision of its update
     * @param previous the key of the revision that it replaced; 0 if none
     * @param length of its document in bytes; 0 once that was dropped
     */
    record Head(int number, int previous, int length) {}

    /**
     * Makes one.
     *
     * @param first the key of the first revision; the others follow without a gap
     * @param snapshot the key of the snapshot that brought them
     * @param documents packed; empty if all were dropped
     */
    Block(int first, long snapshot, List<Head> revisions, byte[] documents) {
        this.first = first;
        this.snapshot = snapshot;
        this.revisions = revisions;
        this.documents = documents;
    }

    /** Reads the heads back that {@link #heads} wrote. */
    static Block of(int first, long snapshot, byte[] heads, byte[] documents) {
        List<Head> revisions = new ArrayList<>();
        PageReader page = new PageReader(heads, new Pool());
        while (page.hasMore()) {
            revisions.add(new Head(page.number(), page.number(), page.number()));
        }
        return new Block(first, snapshot, revisions, documents);
    }

    byte[] heads() {
        PageWriter page = new PageWriter();
        for (Head head : revisions) {
            page.number(head.number());
            page.number(head.previous());
            page.number(head.length());
        }
        return page.page();
    }

    int first() {
        return first;
    }

    long snapshot() {
        return snapshot;
    }

    byte[] documents() {
        return documents;
    }

    int last() {
        return first + revisions.size() - 1;
    }

    Head head(int key) {
        return revisions.get(key - first);
    }

    boolean isEmpty() {
        return size() == 0;
    }

    private int size() {
        return revisions.stream().mapToInt(Head::length).sum();
    }

    /** The documents, unpacked, one after another. */
    byte[] unpacked() {
        return isEmpty() ? documents : Packing.unpack(documents, size());
    }

    /** Where in the unpacked documents that of a revision begins. */
    int start(int key) {
        int start = 0;
        for (int i = 0; i < key - first; i++) {
            start += revisions.get(i).length();
        }
        return start;
    }

    /** The same without the documents of these keys. */
    Block without(Set<Integer> keys) {
        Bytes rest = new Bytes();
        List<Head> heads = new ArrayList<>();
        byte[] unpacked = unpacked();
        int start = 0;
        for (Head head : revisions) {
            boolean dropped = keys.contains(first + heads.size());
            if (!dropped) {
                rest.put(unpacked, start, head.length());
            }
            heads.add(dropped ? new Head(head.number(), head.previous(), 0) : head);
            start += head.length();
        }
        try (Packing packing = new Packing()) {
            byte[] packed = rest.size() == 0 ? new byte[0] : packing.pack(rest.array(), rest.size());
            return new Block(first, snapshot, heads, packed);
        }
    }
}
