package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Installation.Reboot;
import io.patchbay.model.Severity;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({"4592438,4592438", "KB4592438,4592438", "kb 890830,890830", "' 4592438 ',4592438"})
    void aKbNumberMayHaveItsLetters(String text, String kb) {
        assertEquals(kb, Words.kb(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Click to Run", "<p>4592438</p>", "4592438, 4592440", "16.0.1", "MS16-045"})
    void anythingElseIsNoKbNumber(String text) {
        assertEquals("", Words.kb(text));
    }

    @Test
    void takesEachKbNumberOfATextOnce() {
        assertEquals(List.of("3140745", "4586781"), Words.kbs("3140745 in MS16-023; KB4586781, 3140745"));
        assertEquals(List.of(), Words.kbs("System.Object[]"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://support.microsoft.com/help/5053594,5053594",
        "https://support.microsoft.com/kb/3147461,3147461",
        "https://support.microsoft.com/en-us/kb/3147461,3147461",
        "https://catalog.update.microsoft.com/v7/site/Search.aspx?q=KB5053594,5053594",
        "https://docs.microsoft.com/en-us/DeployEdge/microsoft-edge-relnotes-security,''",
        "https://www.microsoft.com/download/details.aspx?id=5053594,''"
    })
    void knowsTheAddressesOfKbArticles(String address, String kb) {
        assertEquals(kb, Words.kbOfAddress(address));
    }

    @Test
    void readsDaysOfAllForms() {
        assertEquals(LocalDate.of(2020, 12, 8), Words.day("2020-12-08T08:00:00Z"));
        assertEquals(LocalDate.of(2024, 4, 9), Words.day("2024-04-09T07:00:00"));
        assertEquals(LocalDate.of(2025, 3, 21), Words.day("2025-03-21T07:00:00.000Z"));
        assertThrows(DateTimeException.class, () -> Words.day("2025-02-30T07:00:00Z"));
        assertThrows(DateTimeException.class, () -> Words.day("21.03.2025"));
        assertNull(Words.day("0001-01-01T00:00:00Z"));
        assertNull(Words.day(""));
    }

    @Test
    void knowsTheWordsOfRatings() {
        assertEquals(Severity.CRITICAL, Words.severity("Critical"));
        assertEquals(Severity.UNSPECIFIED, Words.severity("None"));
        assertEquals(Reboot.ALWAYS, Words.restart("Yes"));
        assertEquals(Reboot.CAN_REQUEST, Words.restart("Maybe"));
        assertEquals(Reboot.NEVER, Words.restart("No"));
        assertNull(Words.restart("N/A"));
    }

    @Test
    void onlyKnownFormsOfIdsHaveAPage() {
        assertEquals(1, Words.guide("CVE-2020-17095").size());
        assertEquals(1, Words.guide("ADV990001").size());
        assertEquals(List.of(), Words.guide("../4010323"));
    }
}
