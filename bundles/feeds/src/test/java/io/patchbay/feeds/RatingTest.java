package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Severity;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTest {
    @ParameterizedTest
    @CsvSource({
        "critical, CRITICAL",
        "High, IMPORTANT",
        "moderate, MODERATE",
        "Medium, MODERATE",
        "low, LOW",
        "Severe, CRITICAL",
        "Moderate to Critical, CRITICAL",
        "Moderate (on a multiuser computer), MODERATE",
        "Low (High for Mozilla Suite), LOW",
        "Low (Critical in Gecko 1.9.1 and earlier), LOW",
        "Critical (local), CRITICAL",
        "Critical (Firefox 2.0 not affected in default configuration), CRITICAL"
    })
    void mapsTheWordsThatWereCountedAndKeepsThem(String raw, Severity severity) {
        assertEquals(Optional.of(new Rating(raw, severity)), Rating.read(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hig", "highest", "none", "Moderate to none", "7.5"})
    void refusesOtherWords(String raw) {
        assertTrue(Rating.read(raw).isEmpty());
    }
}
