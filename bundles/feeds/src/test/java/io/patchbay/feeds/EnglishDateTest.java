package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures 18 and 26: days with ordinals, short months or none at all, read alike in every locale. */
class EnglishDateTest {
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
        assertEquals(Optional.of(new EnglishDate(day)), EnglishDate.read(text));
    }

    @Test
    void readsASpaceAtTheEnd() {
        assertEquals(Optional.of(new EnglishDate(LocalDate.of(2012, 8, 28))), EnglishDate.read("August 28, 2012 "));
    }

    @Test
    void keepsThatOnlyTheMonthIsKnown() {
        assertEquals(Optional.of(new EnglishDate(null)), EnglishDate.read("August, 2018"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "February 30, 2024", "Marchy 4, 2025", "2025-03-04", "March 4, 25"})
    void refusesWhatIsNoDate(String text) {
        assertTrue(EnglishDate.read(text).isEmpty());
    }

    @Test
    void readsEnglishWhereverItRuns() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(Optional.of(new EnglishDate(LocalDate.of(2012, 4, 28))), EnglishDate.read("april 28, 2012"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
