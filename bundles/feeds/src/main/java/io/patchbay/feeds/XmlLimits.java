package io.patchbay.feeds;

/**
 * What of a document is read at most, beyond which it is refused. There is no document without limits: whoever reads larger ones starts from
 * {@link #DEFAULT} and says why beside it.
 *
 * <pre>{@code
 * // Dell's catalogue is one document of 170 MB.
 * private static final XmlLimits LIMITS = XmlLimits.DEFAULT.withCharacters(1L << 30);
 * }</pre>
 *
 * @param characters in all
 * @param elements in all
 * @param children of one element
 * @param depth of nested elements
 * @param attributes of one element
 * @param attributeLength characters of one attribute
 * @param textLength characters of one text
 */
public record XmlLimits(
        long characters, long elements, int children, int depth, int attributes, int attributeLength, int textLength) {
    /**
     * For documents of ordinary size: 64 Mi characters, 1 Mi elements of 128 Ki children at most, 64 deep, 64 attributes of 64 Ki characters,
     * 1 Mi characters in a row.
     */
    public static final XmlLimits DEFAULT = new XmlLimits(64L << 20, 1L << 20, 1 << 17, 64, 64, 1 << 16, 1 << 20);

    public XmlLimits {
        if (characters <= 0 || elements <= 0 || children <= 0 || depth <= 0 || attributes <= 0) {
            throw new IllegalArgumentException("a limit is not positive");
        }
        if (attributeLength <= 0 || textLength <= 0) {
            throw new IllegalArgumentException("a limit of length is not positive");
        }
    }

    /** Of characters in all, of depth and of each text, as release 0.0.1 had them; all else grows or shrinks with the characters. */
    public XmlLimits(long characters, int depth, int textLength) {
        this(DEFAULT.withCharacters(characters), depth, textLength);
    }

    private XmlLimits(XmlLimits size, int depth, int textLength) {
        this(size.characters, size.elements, size.children, depth, size.attributes, textLength, textLength);
    }

    /** The same for documents of another size: limits of characters, elements and children grow or shrink together. */
    public XmlLimits withCharacters(long most) {
        long all = Math.max(1, scaled(elements, most));
        int siblings = (int) Math.min(Integer.MAX_VALUE, Math.max(1, scaled(children, most)));
        return new XmlLimits(most, all, siblings, depth, attributes, attributeLength, textLength);
    }

    private long scaled(long limit, long most) {
        return (long) ((double) limit * most / characters);
    }

    /** The same with another limit for texts and attributes. */
    public XmlLimits withTextLength(int most) {
        return new XmlLimits(characters, elements, children, depth, attributes, most, most);
    }
}
