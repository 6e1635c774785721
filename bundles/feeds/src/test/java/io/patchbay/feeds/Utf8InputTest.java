package io.patchbay.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8InputTest {
    private static byte[] read(byte[] bytes, long size) throws IOException {
        try (Utf8Input in = new Utf8Input(new ByteArrayInputStream(bytes), size)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\u00e9", "\u20ac", "\ud83d\ude00", "\ufffd\ufeff\u0000"})
    void passesOnWhatIsUtf8WhereverABlockEnds(String text) throws IOException {
        for (int before = 0; before < 4; before++) {
            byte[] bytes = ("x".repeat((8 << 10) - before) + text.repeat(5_000)).getBytes(UTF_8);
            assertArrayEquals(bytes, read(bytes, bytes.length));
        }
        byte[] alone = text.getBytes(UTF_8);
        assertArrayEquals(alone, read(alone, alone.length));
    }

    /** Among them what parsers of bytes take: a zero in two bytes, half of a pair, more than there are characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00ff",
                "\u00e9",
                "\u00e2\u0082",
                "\u00c0\u0080",
                "\u00ed\u00a0\u0080",
                "\u00f5\u0080\u0080\u0080"
            })
    void refusesWhatIsNotUtf8(String bytes) {
        for (String text : new String[] {bytes, "x".repeat((8 << 10) - 1) + bytes, bytes + "x".repeat(9_000)}) {
            byte[] latin = text.getBytes(ISO_8859_1);
            IOException refused = assertThrows(IOException.class, () -> read(latin, latin.length));
            assertEquals("expected UTF-8", refused.getMessage());
        }
    }

    @Test
    void leavesOutAMarkAtTheBeginningOnly() throws IOException {
        for (String text : new String[] {"", "x", "x\ufeff", "\ufeff", "\u20ac".repeat(9_000)}) {
            byte[] marked = ("\ufeff" + text).getBytes(UTF_8);
            assertArrayEquals(text.getBytes(UTF_8), read(marked, marked.length));
        }
        byte[] cut = {(byte) 0xEF, (byte) 0xBB};
        assertThrows(IOException.class, () -> read(cut, cut.length));
    }

    @Test
    void refusesAnotherSizeThanIsSaid() {
        for (int size : new int[] {1, 999, 1_001, 100_000}) {
            assertThrows(IOException.class, () -> read(new byte[1_000], size), "said to be " + size);
        }
    }
}
