package io.patchbay.feeds;

/**
 * What of a document is read at most, beyond which it is refused.
 *
 * @param characters in all
 * @param depth of nested elements
 * @param textLength characters of one attribute, or of one text
 */
public record XmlLimits(long characters, int depth, int textLength) {
    /** For documents of ordinary size: 64 Mi characters, 100 elements deep, 1 Mi characters in a row. */
    public static final XmlLimits DEFAULT = new XmlLimits(64L << 20, 100, 1 << 20);

    public XmlLimits {
        if (characters <= 0 || depth <= 0 || textLength <= 0) {
            throw new IllegalArgumentException("a limit is not positive");
        }
    }

    /** The same with another limit of characters in all. */
    public XmlLimits withCharacters(long most) {
        return new XmlLimits(most, depth, textLength);
    }
}
