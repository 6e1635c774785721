package io.patchbay.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CveTest {
    @Test
    void findsEachIdInAText() {
        assertEquals(
                List.of("CVE-2024-31497", "CVE-2016-2563"),
                Cve.idsIn(
                        "Fix for CVE-2024-31497 (see CVE-2016-2563, CVE-2024-31497). Not XCVE-2020-1234 or CVE-20-1234."));
    }

    @Test
    void findsNoPartOfANumberThatIsTooLong() {
        assertEquals(List.of(), Cve.idsIn("CVE-2024-12345678901234567890"));
    }

    @Test
    void knowsAnIdFromATextThatHoldsOne() {
        assertTrue(Cve.isId("CVE-2024-31497"));
        assertTrue(Cve.isId("CVE-2024-1234567890123456789"));
        for (String other :
                List.of("", "CVE-2024-31497.", "CVE-2024-123", "CVE-24-31497", "CVE-2024.31497", "cve-2024-31497")) {
            assertFalse(Cve.isId(other), other);
        }
        assertFalse(Cve.isId("CVE-2024-12345678901234567890"));
    }

    @Test
    void ratesNothingThatItsSourceDoesNot() {
        Cve cve = Cve.unrated("CVE-2024-31497", "biased signatures", "changes.html");
        assertEquals(Severity.UNSPECIFIED, cve.severity());
        assertThrows(IllegalArgumentException.class, () -> Cve.unrated("31497", "", "changes.html"));
    }

    @Test
    void ratesByAWordOfItsSource() {
        Cve cve = Cve.rated("CVE-2024-31497", "biased signatures", "High", "changes.html");
        assertEquals(Severity.IMPORTANT, cve.severity());
        assertEquals("High", cve.vendorSeverity());
        assertEquals(
                Severity.UNSPECIFIED,
                Cve.rated(cve.id(), "", "Spicy", "changes.html").severity());
    }

    @Test
    void staysTheSameButForAttacks() {
        Cve cve = Cve.rated("CVE-2024-31497", "biased signatures", "High", "changes.html");
        assertFalse(cve.exploited());
        assertTrue(cve.asExploited().exploited());
        assertEquals(cve.vendorSeverity(), cve.asExploited().vendorSeverity());
    }
}
