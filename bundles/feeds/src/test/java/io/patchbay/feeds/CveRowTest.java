package io.patchbay.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.patchbay.model.Cve;
import io.patchbay.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CveRowTest {
    private static final List<String> WORDS =
            List.of("Network", "High", "None", "Required", "Un- changed", "Low", "None", "None");

    private static List<String> inWords(String... before) {
        List<String> cells = new ArrayList<>(List.of(before));
        cells.addAll(WORDS);
        cells.add("See Note 1");
        return cells;
    }

    private static Cve only(List<String> cells) {
        List<Cve> cves = CveRow.read(cells, 1, "alert");
        assertEquals(1, cves.size());
        return cves.get(0);
    }

    @Test
    void readsAWordAScoreAndAVector() {
        String vector = "CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H";
        List<Cve> cves = CveRow.read(
                List.of("Use After Free", "Moderate", "7.8", vector, "CVE-2024-39383 CVE-2024-39424"), 0, "alert");
        Cve expected =
                new Cve("CVE-2024-39383", "Use After Free", Severity.MODERATE, "Moderate", 7.8, vector, "alert", false);
        assertEquals(expected, cves.get(0));
        assertEquals("CVE-2024-39424", cves.get(1).id());
    }

    @Test
    void spellsTheVectorThatIsInWords() {
        Cve cve = only(inWords("CVE-2025-31257", "JavaFX", "Yes", "4.2"));
        assertEquals("CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", cve.vector());
        assertEquals(4.2, cve.score());
        assertEquals(Severity.MODERATE, cve.severity());
        assertNull(cve.vendorSeverity());
        assertEquals("JavaFX", cve.title());
    }

    @Test
    void takesNoOtherNumberForTheScore() {
        assertEquals(4.2, only(inWords("CVE-2025-31257", "2.3", "4.2")).score());
        assertNull(only(List.of("CVE-2025-31257", "17.0.1", "11.0")).score());
        assertEquals(10.0, only(List.of("CVE-2025-31257", "10.0")).score());
    }

    @Test
    void leavesOutWhatARowDoesNotSay() {
        Cve cve = only(List.of("CVE-2025-31257"));
        assertEquals(Cve.unrated("CVE-2025-31257", "", "alert"), cve);
        assertNull(only(List.of("CVE-2025-31257", "", "4.2", "Network", "High")).vector());
        assertEquals(List.of(), CveRow.read(List.of("Severity", "CVE number"), 0, "alert"));
    }
}
