package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixTest {
    @ParameterizedTest
    @CsvSource({
        "Firefox 122, Firefox, 122.0",
        "Firefox 18.0, Firefox, 18",
        "Firefox ESR 115.9, Firefox ESR, 115.9.0",
        "Thunderbird 115.16.0, Thunderbird, 115.16",
        "Thunderbird ESR 17.0.2, Thunderbird ESR, 17.0.2"
    })
    void isTheSameHoweverTheVersionIsWritten(String entry, String product, String version) {
        assertEquals(Optional.of(Fix.of(product, version)), Fix.read(entry));
    }

    @Test
    void keepsTheZerosOfANumber() {
        assertEquals("100", Fix.of("Firefox", "100.0").version());
        assertEquals("10.0.10", Fix.of("Firefox ESR", "10.0.10").version());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Firefox for iOS 9",
                "Firefox OS 2.2",
                "Firefox Mobile 10.0.4",
                "SeaMonkey 2.7",
                "Firefox Focus for Android 118.1.0"
            })
    void leavesOtherProductsAlone(String entry) {
        assertFalse(Fix.isOurs(entry));
    }

    @Test
    void refusesAVersionOfOursThatIsNone() {
        assertTrue(Fix.isOurs("Firefox 137 beta"));
        assertTrue(Fix.read("Firefox 137 beta").isEmpty());
    }
}
