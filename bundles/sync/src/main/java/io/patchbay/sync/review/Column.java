package io.patchbay.sync.review;

/** A column of the tab-separated lines that the engine remembers things in. */
public final class Column {
    private Column() {}

    /** The text on one line, without what would end the column. */
    public static String of(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }
}
