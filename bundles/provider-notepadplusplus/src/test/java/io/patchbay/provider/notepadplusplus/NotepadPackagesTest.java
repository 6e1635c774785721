package io.patchbay.provider.notepadplusplus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Failure 23: rules against what Notepad++'s installers leave behind")
final class NotepadPackagesTest {
    private static final Entry EXE = new Entry("Notepad++", "Notepad++ (64-bit x64)", "8.8.6", false);
    private static final Entry EXE_X86 = new Entry("Notepad++", "Notepad++ (32-bit x86)", "8.8.6", true);
    private static final Entry MSI =
            new Entry("{0B2D1A42-0000-0000-0000-000000000000}", "Notepad++ (64-bit x64)", "8.8.8", false);

    private static final String PROGRAM = "%ProgramFiles%\\Notepad++\\notepad++.exe";
    private static final String PROGRAM_X86 = "%ProgramFiles(x86)%\\Notepad++\\notepad++.exe";

    private static List<String> needed(Endpoint endpoint) {
        return NotepadProvider.VENDOR.packages(Version.of(VersionScheme.NOTEPAD_PLUS_PLUS, "8.9.7")).stream()
                .filter(of -> endpoint.needs(of.applicability()))
                .map(of -> of.line().toString())
                .toList();
    }

    @Test
    void eachInstallationNeedsThePackageThatItCameFrom() {
        assertEquals(
                List.of("Notepad++/release/x64/exe"), needed(Endpoint.with(EXE).withFile(PROGRAM, "8.8.6.0")));
        assertEquals(
                List.of("Notepad++/release/x86/exe"),
                needed(Endpoint.with(EXE_X86).withFile(PROGRAM_X86, "8.8.6.0")));
        assertEquals(
                List.of("Notepad++/release/x64/msi"), needed(Endpoint.with(MSI).withFile(PROGRAM, "8.8.8.0")));
    }

    /** An update while the program runs changes the entry and not the program. */
    @Test
    void believesTheProgramOverItsEntry() {
        Entry updated = new Entry("Notepad++", "Notepad++ (64-bit x64)", "8.9.7", false);
        assertEquals(
                List.of("Notepad++/release/x64/exe"),
                needed(Endpoint.with(updated).withFile(PROGRAM, "8.9.6.4")));
        assertEquals(List.of(), needed(Endpoint.with(EXE).withFile(PROGRAM, "8.9.7.0")));
    }

    @Test
    void nothingIsNeededByAPortableProgram() {
        assertEquals(List.of(), needed(Endpoint.with().withFile(PROGRAM, "8.8.6.0")));
    }
}
