package io.patchbay.feeds.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommaListTest {
    @Test
    void isALineWithCommas() {
        assertEquals(List.of("VERSION_JUMP", "SIZE"), CommaList.read("VERSION_JUMP, SIZE"));
        assertEquals(List.of("a"), CommaList.read(" a ,, "));
        assertEquals(List.of(), CommaList.read(" "));
        assertEquals(List.of(), CommaList.read());
    }

    @Test
    void keepsCommasBetweenQuotes() {
        assertEquals(
                List.of("Windows 10, version 1903 and later", "Windows 11"),
                CommaList.read("\"Windows 10, version 1903 and later\", Windows 11"));
        assertEquals(List.of("Windows 11", "a, b"), CommaList.read("Windows 11,\"a, b\""));
    }

    @Test
    void isAListThatComesAsOne() {
        assertEquals(
                List.of("Windows 10, version 1903 and later", "b"),
                CommaList.read("Windows 10, version 1903 and later", "b"));
    }
}
