package io.patchbay.provider.microsoft.scan;

import io.patchbay.feeds.Sha256;
import io.patchbay.model.UpdateId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * Digests of what package.xml says about a revision, in its own row and elsewhere: which of the categories and prerequisites are of which
 * kind, where the files are, which categories its bundles have, what it supersedes and bundles. Numbers are those of one file, so what they
 * stand for is digested. Not thread-safe.
 */
final class RowDigests {
    private static final byte END_OF_GROUP = 0;
    private static final byte NO_CATEGORY = 1;
    /** In place of a count. */
    private static final int UNKNOWN = -1;

    private final ScanPackage scan;
    private final PackageColumns columns;
    private final MessageDigest sha256 = Sha256.newDigest();
    /** What a row says is gathered here: to feed a digest with number after number takes longer than all the rest. */
    private ByteBuffer gathered = ByteBuffer.allocate(1 << 12);

    RowDigests(ScanPackage scan) {
        this.scan = scan;
        this.columns = scan.columns();
    }

    HalfSha256 of(int row) {
        gathered.clear();
        putHead(row);
        putIds(columns.categories, row);
        putIds(columns.prerequisites, row);
        putBundles(row);
        put(scan.supersedes(row));
        put(scan.bundles(row));
        putFiles(row);
        sha256.update(gathered.flip());
        return HalfSha256.of(sha256);
    }

    /** Where to put so many bytes. */
    private ByteBuffer room(int bytes) {
        if (gathered.remaining() < bytes) {
            gathered = ByteBuffer.allocate(2 * gathered.capacity() + bytes).put(gathered.flip());
        }
        return gathered;
    }

    private void putHead(int row) {
        putId(columns.updates.get(row));
        room(3 * Integer.BYTES + 1)
                .putInt(scan.revisionNumber(row))
                .putInt(columns.created.get(row))
                .put((byte) (scan.isBundle(row) ? 1 : 0))
                .putInt(scan.languages(row).size());
        scan.languages(row).forEach(this::put);
    }

    private void putId(int id) {
        room(2 * Long.BYTES).putLong(columns.ids.high(id)).putLong(columns.ids.low(id));
    }

    /** Ids as they stand in a row, each with the kind of category that it is. */
    private void putIds(IntRows ids, int row) {
        putCount(ids.end(row) - ids.start(row));
        for (int i = ids.start(row); i < ids.end(row); i++) {
            int id = ids.get(i);
            if (id == PackageColumns.END_OF_GROUP) {
                room(1).put(END_OF_GROUP);
            } else {
                CategoryType kind = columns.categoryType(id);
                room(1).put(kind == null ? NO_CATEGORY : kind.letter());
                putId(id);
            }
        }
    }

    private void putCount(int count) {
        room(Integer.BYTES).putInt(count);
    }

    /** Of its bundles, a row takes over the categories. */
    private void putBundles(int row) {
        IntRows bundles = columns.bundledBy;
        putCount(bundles.end(row) - bundles.start(row));
        for (int i = bundles.start(row); i < bundles.end(row); i++) {
            int bundle = scan.order().find(bundles.get(i));
            room(Integer.BYTES).putInt(bundles.get(i));
            if (bundle >= 0) {
                putIds(columns.categories, bundle);
            } else {
                putCount(UNKNOWN);
            }
        }
    }

    private void put(List<UpdateId> ids) {
        putCount(ids.size());
        for (UpdateId id : ids) {
            room(2 * Long.BYTES)
                    .putLong(id.value().getMostSignificantBits())
                    .putLong(id.value().getLeastSignificantBits());
        }
    }

    private void putFiles(int row) {
        int[] payload = scan.payload(row);
        putCount(payload.length);
        for (int file : payload) {
            putFile(file);
        }
        scan.eulas(row).forEach((language, file) -> {
            put(language);
            putFile(file);
        });
    }

    private void putFile(int file) {
        room(Sha1s.LENGTH).put(scan.files().digest(file));
        put(scan.files().url(file));
    }

    private void put(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + encoded.length).putInt(encoded.length).put(encoded);
    }
}
