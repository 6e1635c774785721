package io.patchbay.testkit.mutation;

import java.util.Arrays;

/**
 * A part of a document that stands for itself, such as an element, an attribute's value or a line.
 *
 * @param from the first byte
 * @param to the byte behind it
 */
record Part(int from, int to) {
    byte[] in(byte[] document) {
        return Arrays.copyOfRange(document, from, to);
    }

    /** The document with other bytes in place of the part. */
    byte[] replaced(byte[] document, byte[] content) {
        byte[] mutant = Arrays.copyOf(document, document.length - (to - from) + content.length);
        System.arraycopy(content, 0, mutant, from, content.length);
        System.arraycopy(document, to, mutant, from + content.length, document.length - to);
        return mutant;
    }
}
