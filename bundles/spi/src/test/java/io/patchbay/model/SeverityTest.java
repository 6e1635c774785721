package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SeverityTest {
    @Test
    void neverTakesUnspecifiedForLow() {
        assertFalse(Severity.UNSPECIFIED.isAtLeast(Severity.LOW));
        assertFalse(Severity.LOW.isAtLeast(Severity.UNSPECIFIED));
        assertTrue(Severity.UNSPECIFIED.isAtLeast(Severity.UNSPECIFIED));
    }

    @Test
    void countsWorseRatingsAsAtLeast() {
        assertTrue(Severity.CRITICAL.isAtLeast(Severity.IMPORTANT));
        assertTrue(Severity.IMPORTANT.isAtLeast(Severity.IMPORTANT));
        assertFalse(Severity.MODERATE.isAtLeast(Severity.IMPORTANT));
    }

    @Test
    void letsAnyRatingWinOverNone() {
        assertEquals(Severity.LOW, Severity.UNSPECIFIED.max(Severity.LOW));
        assertEquals(Severity.CRITICAL, Severity.CRITICAL.max(Severity.MODERATE));
    }

    @Test
    void bandsScoresAsTheStandardDoes() {
        assertEquals(Severity.CRITICAL, Severity.ofScore(9.0));
        assertEquals(Severity.IMPORTANT, Severity.ofScore(8.9));
        assertEquals(Severity.MODERATE, Severity.ofScore(4.0));
        assertEquals(Severity.LOW, Severity.ofScore(0.1));
        assertEquals(Severity.UNSPECIFIED, Severity.ofScore(0));
    }
}
