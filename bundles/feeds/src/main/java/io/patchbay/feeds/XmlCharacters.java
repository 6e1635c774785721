package io.patchbay.feeds;

import org.codehaus.stax2.typed.TypedValueDecoder;

/** The characters of an attribute where they lie in the parser's buffer. */
final class XmlCharacters extends TypedValueDecoder implements CharSequence {
    private static final char[] NOTHING = {};

    private char[] buffer = NOTHING;
    private int from;
    private int to;

    @Override
    public void decode(char[] characters, int start, int end) {
        buffer = characters;
        from = start;
        to = end;
    }

    @Override
    public void decode(String text) {
        decode(text.toCharArray(), 0, text.length());
    }

    @Override
    public void handleEmptyValue() {
        decode(NOTHING, 0, 0);
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return buffer[from + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return new String(buffer, from, length());
    }
}
