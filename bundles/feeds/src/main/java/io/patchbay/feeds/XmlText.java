package io.patchbay.feeds;

import org.jspecify.annotations.Nullable;

/** The text directly inside of an element: as a rule one String, and several only if something stands in between. */
public final class XmlText {
    private String first = "";
    private @Nullable StringBuilder all;

    /** No text so far. */
    public XmlText() {}

    void add(String piece) {
        if (first.isEmpty()) {
            first = piece;
            return;
        }
        if (all == null) {
            all = new StringBuilder(first);
        }
        all.append(piece);
    }

    /** All of it, trimmed. */
    @Override
    public String toString() {
        return untrimmed().trim();
    }

    String untrimmed() {
        return all == null ? first : all.toString();
    }
}
