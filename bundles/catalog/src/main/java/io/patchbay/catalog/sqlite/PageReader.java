package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.DigestMark;
import io.patchbay.model.UpdateId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what {@link PageWriter} wrote, in the same order. */
final class PageReader {
    private final byte[] bytes;
    private final ByteBuffer page;
    private final Pool pool;
    private final String[] texts;

    /** Values that are equal become one object of the pool. */
    PageReader(byte[] page, Pool pool) {
        this.bytes = page;
        this.page = ByteBuffer.wrap(page);
        this.pool = pool;
        this.texts = new String[number()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = pool.text(ownText());
        }
    }

    boolean hasMore() {
        return page.hasRemaining();
    }

    int number() {
        return Math.toIntExact(bigNumber());
    }

    long bigNumber() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = page.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    String text() {
        return texts[number()];
    }

    String ownText() {
        int length = number();
        String text = new String(bytes, page.position(), length, StandardCharsets.UTF_8);
        page.position(page.position() + length);
        return text;
    }

    UpdateId id() {
        return pool.id(page.getLong(), page.getLong());
    }

    List<UpdateId> ids() {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        UpdateId[] ids = new UpdateId[count];
        for (int i = 0; i < count; i++) {
            ids[i] = id();
        }
        return List.of(ids);
    }

    List<DigestMark> digests() {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        DigestMark[] marks = new DigestMark[count];
        for (int i = 0; i < count; i++) {
            marks[i] = new DigestMark((int) bigNumber(), page.getLong());
        }
        return List.of(marks);
    }

    ContentHash hash() {
        return new ContentHash(page.getLong(), page.getLong(), page.getLong(), page.getLong());
    }
}
