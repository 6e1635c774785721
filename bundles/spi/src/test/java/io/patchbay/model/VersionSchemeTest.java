package io.patchbay.model;

import static io.patchbay.model.VersionScheme.DOTTED;
import static io.patchbay.model.VersionScheme.MOZILLA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionSchemeTest {
    @Test
    void ordersDottedVersionsByNumberAndNotByText() {
        assertOrder(DOTTED, "0.9", "0.10", "0.58", "0.70", "0.80", "0.85");
        assertOrder(DOTTED, "3.0.9.2", "3.0.11", "3.0.17", "3.0.17.4", "3.0.18");
        assertOrder(DOTTED, "99.0.4844.51", "100.0.4896.60", "152.0.7977.82", "152.0.7977.83");
    }

    @Test
    void takesMissingNumbersForZero() {
        assertEquals(0, DOTTED.comparator().compare("0.83", "0.83.0.0"));
        assertEquals(0, DOTTED.comparator().compare("24.07", "24.7"));
    }

    @Test
    void givesAllTextsOfAVersionOnePlace() {
        assertEquals(DOTTED.place("0.83"), DOTTED.place("0.83.0.0"));
        assertEquals(DOTTED.place("0.83").hashCode(), DOTTED.place("0.83.0.0").hashCode());
        assertNotEquals(DOTTED.place("0.83"), DOTTED.place("0.83.0.1"));
        assertTrue(
                DOTTED.place("0.9").orElseThrow().compareTo(DOTTED.place("0.83").orElseThrow()) < 0);
        assertEquals(Optional.empty(), DOTTED.place("unspecified"));
    }

    @Test
    void ordersMozillasNightliesBetasAndReleases() {
        assertOrder(MOZILLA, "3.6.9", "3.6.28", "9.0", "10.0", "136.0b9", "136.0b10", "136.0", "136.0.2");
        assertOrder(MOZILLA, "138.0a1", "138.0b1", "138.0", "138.0.1");
        assertOrder(MOZILLA, "115.9esr", "115.9.1esr", "115.10.0esr");
    }

    @Test
    void comparesAnEsrWithTheVersionThatTheRegistryShows() {
        assertEquals(0, MOZILLA.comparator().compare("115.9.1esr", "115.9.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "Unknown", "0.83-rc1", "1.", ".1", "1..2", "1.2.3.4.5.6.7", "20.005.3079x", "-1", "٣.١"
            })
    void refusesWhatIsNoDottedVersion(String text) {
        assertFalse(DOTTED.accepts(text));
        assertThrows(IllegalArgumentException.class, () -> DOTTED.comparator().compare("1", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "136", "136.0c1", "136.0b", "136.0 ", "140.0esresr", "4.0.0.0.0"})
    void refusesWhatIsNoVersionOfMozillas(String text) {
        assertFalse(MOZILLA.accepts(text));
    }

    @Test
    void neverComparesTwoSchemes() {
        Version dotted = Version.of(DOTTED, "200.0");
        Version mozilla = Version.of(MOZILLA, "1.0");
        assertFalse(dotted.isNewerThan(mozilla));
        assertFalse(mozilla.isNewerThan(dotted));
        assertTrue(Version.of(DOTTED, "0.85").isNewerThan(Version.of(DOTTED, "0.84")));
    }

    private static void assertOrder(VersionScheme scheme, String... oldestFirst) {
        List<String> expected = List.of(oldestFirst);
        List<String> shuffled = new ArrayList<>(expected);
        Collections.shuffle(shuffled, new Random(1));
        shuffled.sort(scheme.comparator());
        assertEquals(expected, shuffled);
    }
}
