package io.patchbay.catalog.sqlite;

import io.patchbay.catalog.view.ContentHash;
import io.patchbay.catalog.view.DigestMark;
import io.patchbay.model.UpdateId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts what several rows say into one array of bytes, which costs a fraction of as many rows of the database. A page
 * starts with its texts, each once; where one is meant, its number stands. Used again after each page.
 */
final class PageWriter {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Bytes texts = new Bytes();
    private final Bytes rows = new Bytes();
    private final Bytes page = new Bytes();

    void number(long value) {
        rows.number(value);
    }

    void text(String value) {
        Integer known = numbers.putIfAbsent(value, numbers.size());
        if (known == null) {
            texts.text(value);
        }
        rows.number(known == null ? numbers.size() - 1 : known);
    }

    /** A text that hardly any other row has. */
    void ownText(String value) {
        rows.text(value);
    }

    void id(UpdateId id) {
        rows.word(id.value().getMostSignificantBits());
        rows.word(id.value().getLeastSignificantBits());
    }

    void ids(Collection<UpdateId> ids) {
        rows.number(ids.size());
        for (UpdateId id : ids) {
            id(id);
        }
    }

    void digests(Collection<DigestMark> marks) {
        rows.number(marks.size());
        for (DigestMark mark : marks) {
            rows.number(Integer.toUnsignedLong(mark.subject()));
            rows.word(mark.value());
        }
    }

    void hash(ContentHash hash) {
        rows.word(hash.first());
        rows.word(hash.second());
        rows.word(hash.third());
        rows.word(hash.fourth());
    }

    /** The page; what follows is the next one. */
    byte[] page() {
        page.clear();
        page.number(numbers.size());
        page.put(texts.array(), 0, texts.size());
        page.put(rows.array(), 0, rows.size());
        numbers.clear();
        texts.clear();
        rows.clear();
        return page.copy();
    }
}
