package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncedDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "March 4, 2025 | 2025-03-04",
                "January 23rd, 2024 | 2024-01-23",
                "August 5th, 2024 | 2024-08-05",
                "Oct 12, 2021 | 2021-10-12",
                "Sept 1, 2021 | 2021-09-01",
                "May 6th, 2021 | 2021-05-06"
            })
    void readsEveryShapeThatWasCounted(String text, LocalDate day) {
        assertEquals(Optional.of(new AnnouncedDate(day)), AnnouncedDate.read(text));
    }

    @Test
    void readsASpaceAtTheEnd() {
        assertEquals(Optional.of(new AnnouncedDate(LocalDate.of(2012, 8, 28))), AnnouncedDate.read("August 28, 2012 "));
    }

    @Test
    void keepsThatOnlyTheMonthIsKnown() {
        assertEquals(Optional.of(new AnnouncedDate(null)), AnnouncedDate.read("August, 2018"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "February 30, 2024", "Marchy 4, 2025", "2025-03-04", "March 4, 25"})
    void refusesWhatIsNoDate(String text) {
        assertTrue(AnnouncedDate.read(text).isEmpty());
    }
}
