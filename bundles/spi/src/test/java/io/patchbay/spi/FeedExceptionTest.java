package io.patchbay.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FeedExceptionTest {
    @Test
    void namesFeedPlaceAndProblem() {
        assertEquals("a.json at /b: expected text", new FeedException("a.json", "/b", "expected text").getMessage());
        assertEquals("a.json: expected text", new FeedException("a.json", "", "expected text").getMessage());
    }

    @Test
    void forgesNoLineOfALogAndSteersNoTerminal() {
        FeedException e =
                new FeedException("a.json\n", "/b\u202e", "found \"\r\n2026-01-01 INFO all is well\u001b[2J\"");
        assertEquals("a.json  at /b : found \" 2026-01-01 INFO all is well [2J\"", e.getMessage());
    }

    @Test
    void isShortWhateverTheDocumentSays() {
        FeedException e =
                new FeedException("a".repeat(100_000), "/" + "b".repeat(100_000), "found " + "x".repeat(100_000));
        assertEquals(
                1_001 + " at ".length() + 1_001 + ": ".length() + 1_001,
                String.valueOf(e.getMessage()).length());
    }
}
