package io.patchbay.provider.microsoft.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a shard: what its bytes are told by; and of each of its revisions that counts, in the order of their RevisionIds, the digests
 * of what package.xml says and of its fragments. Immutable and thread-safe.
 */
final class ShardNotes {
    /** Of a shard that nothing is known of. */
    static final ShardNotes NONE = new ShardNotes("", ShardBytes.NONE, ByteBuffer.allocate(0));

    /** Where the digest of what package.xml says is in what is noted of a revision. */
    private static final int ROW = Integer.BYTES;

    private static final int FRAGMENTS = ROW + HalfSha256.BYTES;
    private static final int REVISION = FRAGMENTS + HalfSha256.BYTES;

    private final String name;
    private final ShardBytes bytes;
    private final ByteBuffer revisions;

    private ShardNotes(String name, ShardBytes bytes, ByteBuffer revisions) {
        this.name = name;
        this.bytes = bytes;
        this.revisions = revisions;
    }

    /** Reads what was {@linkplain Writer written}. */
    static ShardNotes read(ByteBuffer notes) {
        byte[] name = new byte[notes.getShort()];
        notes.get(name);
        ShardBytes bytes = ShardBytes.read(notes);
        int length = notes.getInt() * REVISION;
        ByteBuffer revisions = notes.slice(notes.position(), length);
        notes.position(notes.position() + length);
        return new ShardNotes(new String(name, StandardCharsets.UTF_8), bytes, revisions);
    }

    String name() {
        return name;
    }

    ShardBytes bytes() {
        return bytes;
    }

    /** The digest of the fragments of a revision of which package.xml said this; null if it said anything else, or nothing. */
    @Nullable
    HalfSha256 fragments(int revisionId, HalfSha256 said) {
        int place = find(revisionId);
        return place >= 0 && get(place + ROW).equals(said) ? get(place + FRAGMENTS) : null;
    }

    private HalfSha256 get(int place) {
        return new HalfSha256(revisions.getLong(place), revisions.getLong(place + Long.BYTES));
    }

    /** Where what is noted of a revision begins; -1 if nothing is. */
    private int find(int revisionId) {
        int low = 0;
        int high = revisions.capacity() / REVISION - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = revisions.getInt(middle * REVISION);
            if (found == revisionId) {
                return middle * REVISION;
            }
            low = found < revisionId ? middle + 1 : low;
            high = found < revisionId ? high : middle - 1;
        }
        return -1;
    }

    /** Writes notes, of revisions in the order of their RevisionIds. */
    static final class Writer {
        private final ByteBuffer notes;

        Writer(String name, ShardBytes bytes, int revisions) {
            byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
            notes = ByteBuffer.allocate(
                    Short.BYTES + encoded.length + ShardBytes.BYTES + Integer.BYTES + revisions * REVISION);
            notes.putShort((short) encoded.length).put(encoded);
            bytes.write(notes);
            notes.putInt(revisions);
        }

        void add(int revisionId, HalfSha256 row, HalfSha256 fragments) {
            notes.putInt(revisionId);
            row.write(notes);
            fragments.write(notes);
        }

        byte[] notes() {
            return notes.array();
        }
    }
}
