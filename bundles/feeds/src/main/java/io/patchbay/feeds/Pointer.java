package io.patchbay.feeds;

import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a document, spelled as a JSON pointer (RFC 6901) only when a message needs it: most values are never complained of.
 *
 * @param parent where the object or array stands that the value is in; null for the document's own value
 * @param name of the field; null for an item
 * @param index of the item
 */
record Pointer(@Nullable Pointer parent, @Nullable String name, int index) {
    static final Pointer ROOT = new Pointer(null, null, 0);

    Pointer field(String field) {
        return new Pointer(this, field, 0);
    }

    Pointer item(int item) {
        return new Pointer(this, null, item);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Pointer place = this; place.parent != null; place = place.parent) {
            text.insert(0, place.step()).insert(0, '/');
        }
        return text.toString();
    }

    private String step() {
        return name == null ? Integer.toString(index) : name.replace("~", "~0").replace("/", "~1");
    }
}
