package io.patchbay.feeds.sdp;

/** The lengths that the schema sets. */
final class Limit {
    private Limit() {}

    /** The text, or as much of it as fits, with an ellipsis for the rest. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + '…';
    }
}
