package io.patchbay.feeds.microsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    @Test
    void encodesSpaces() {
        assertEquals(
                Optional.of(URI.create("https://my.visualstudio.com/Downloads?q=Visual%20Studio%202022")),
                Links.parse(" https://my.visualstudio.com/Downloads?q=Visual Studio 2022"));
    }

    @Test
    void encodesWhatNoAddressMayHave() {
        assertEquals(
                Optional.of(URI.create("https://example.com/%7Ba%7D%7Cb%20c")),
                Links.parse("https://example.com/{a}|b c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Release Notes", "ftp://example.com/", "https://user@example.com/", "https://exa^mple"})
    void whatNobodyCanFollowIsNoLink(String text) {
        assertEquals(Optional.empty(), Links.parse(text));
    }
}
