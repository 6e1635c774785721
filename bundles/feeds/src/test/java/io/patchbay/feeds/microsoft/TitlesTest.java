package io.patchbay.feeds.microsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Architecture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
    @ParameterizedTest
    @CsvSource({
        "2022-09 Cumulative Update for Windows 10 Version 21H2 for x64-based Systems (KB5017308),X64",
        "2022-09 Cumulative Update for Windows 10 Version 21H2 for ARM64-based Systems (KB5017308),ARM64",
        "2022-09 Cumulative Update for Windows 10 Version 21H2 for x86-based Systems (KB5017308),X86",
        "Security Update for Microsoft Office 2016 (KB5002178) 64-Bit Edition,X64",
        "Security Update for Microsoft Office 2016 (KB5002178) 32-Bit Edition,X86",
        "Security Update for Windows Server 2008 R2 for Itanium-based Systems (KB2922229),IA64",
        "Update for x64 and ARM64,ANY",
        "Security Update for Windows Server 2012 R2 (KB3019978),ANY"
    })
    void knowsTheProcessorThatATitleNames(String title, Architecture expected) {
        assertEquals(expected, Titles.architecture(title));
    }

    @Test
    void knowsKbNumbers() {
        assertEquals(List.of("890830", "4577066"), Titles.kbArticles("a KB890830 (KB4577066) KB890830 SKB1234567"));
    }
}
