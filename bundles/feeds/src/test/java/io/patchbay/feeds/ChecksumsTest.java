package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChecksumsTest {
    private static final String ONE = "ab".repeat(32);
    private static final String TWO = "cd".repeat(32);

    private static Map<String, String> read(String list) throws IOException, FeedException {
        return Checksums.read(MemorySnapshot.of(list), MemorySnapshot.DOCUMENT);
    }

    private static String refused(String list) {
        return assertThrows(FeedException.class, () -> read(list)).getMessage();
    }

    @Test
    void readsPathsWithSpacesInBothModes() throws IOException, FeedException {
        assertEquals(
                Map.of("win64/de/A Setup 1.exe", ONE, "b.zip", TWO),
                read(ONE + "  win64/de/A Setup 1.exe\n" + TWO.toUpperCase(Locale.ROOT) + " *b.zip\n"));
    }

    @Test
    void refusesAListWhoseLastLineDoesNotEnd() {
        assertEquals(
                "feed at line 2: expected the line to end, the list is cut short",
                refused(ONE + "  a.exe\n" + TWO + "  b.ex"));
    }

    @Test
    void refusesTwoDigestsOfOnePath() {
        assertEquals("feed at line 2: a second digest of a", refused(ONE + "  a\n" + TWO + "  a\n"));
    }

    @Test
    void refusesDigestsOfTwoKinds() {
        assertEquals(
                "feed at line 2: expected a digest, two spaces and a path", refused(ONE + "  a\n" + ONE + "00  b\n"));
    }

    @Test
    void refusesAnEmptyList() {
        assertEquals("feed: expected digests, found none", refused("\n"));
    }
}
