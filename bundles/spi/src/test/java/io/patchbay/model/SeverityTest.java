package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
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

    @Test
    void knowsTheWordsOfVendorsScales() {
        assertEquals(Optional.of(Severity.CRITICAL), Severity.ofWord("Severe"));
        assertEquals(Optional.of(Severity.IMPORTANT), Severity.ofWord("High"));
        assertEquals(Optional.of(Severity.MODERATE), Severity.ofWord(" medium "));
        assertEquals(Optional.of(Severity.LOW), Severity.ofWord("LOW"));
        assertEquals(Optional.empty(), Severity.ofWord("unspecified"));
    }

    @Test
    void aReleaseIsAsSevereAsItsWorstVulnerability() {
        Cve low = new Cve("CVE-2024-0001", "", Severity.LOW, "low", 2.0, null, "a", false);
        Cve high = new Cve("CVE-2024-0002", "", Severity.IMPORTANT, "HIGH", 7.8, null, "b", false);
        Cve unrated = Cve.unrated("CVE-2024-0003", "", "c");
        Security security = Security.worstOf(List.of(), List.of(unrated, low, high, low));
        assertEquals(Severity.IMPORTANT, security.severity());
        assertEquals("HIGH", security.vendorSeverity());
        assertEquals(
                Severity.UNSPECIFIED,
                Security.worstOf(List.of(), List.of(unrated)).severity());
    }
}
