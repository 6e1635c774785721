package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateIdTest {
    @Test
    void isTheSameInEitherCaseAndWithBraces() {
        UpdateId lower = UpdateId.parse("0a51549b-4e86-4a26-97d4-9e3567f24ea1");
        assertEquals(lower, UpdateId.parse("0A51549B-4E86-4A26-97D4-9E3567F24EA1"));
        assertEquals(lower, UpdateId.parse("{0a51549b-4e86-4a26-97d4-9e3567f24ea1}"));
        assertEquals("0a51549b-4e86-4a26-97d4-9e3567f24ea1", lower.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "0a51549b-4e86-4a26-97d4-9e3567f24ea1x", "{0a51549b}"})
    void refusesWhatIsNoUuid(String text) {
        assertThrows(IllegalArgumentException.class, () -> UpdateId.parse(text));
    }

    /** Ids are for ever: if this value changes, every catalogue loses its history. */
    @Test
    void derivesTheSameIdForEver() {
        UpdateId id = UpdateId.of("putty", "PuTTY MSI", "0.83", "x64", "msi");
        assertEquals(5, id.value().version());
        assertEquals(2, id.value().variant());
        assertEquals("34f391b6-da6b-5f57-97af-3e1a5b4a6bd9", id.toString());
    }

    @Test
    void tellsNamesApartWhereverTheyAreCut() {
        assertNotEquals(UpdateId.of("a", "b", "c"), UpdateId.of("a", "bc"));
        assertNotEquals(UpdateId.of("a", "b", "c"), UpdateId.of("a", "c", "b"));
    }
}
