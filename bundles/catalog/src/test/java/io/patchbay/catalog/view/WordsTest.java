package io.patchbay.catalog.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    /** A character beyond ASCII, which separates words, sends the text the long way. */
    private static final String BEYOND = "\u2014";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A b", "--CVE-2024-31497--", "win32k.SYS\n\tx", "a  (b)", "\u007fa\u0000b", "i_j"})
    void takesAsciiApartAsAnyText(String text) {
        assertEquals(Words.of(BEYOND + text), Words.of(text));
    }
}
