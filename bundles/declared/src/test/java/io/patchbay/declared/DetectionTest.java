package io.patchbay.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Update;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.Endpoint.Entry;
import io.patchbay.testkit.RecordedSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples' rules against what the installers leave in the registry. */
class DetectionTest {
    private static List<String> needed(String provider, String name, Entry entry) throws Exception {
        Path cases = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", provider);
        List<Update> updates = new ArrayList<>();
        SampleFiles.provider(provider).parse(RecordedSnapshot.open(cases.resolve(name)), updates::add);
        return updates.stream()
                .filter(update -> Endpoint.with(entry).needs(update.applicability()))
                .map(update -> update.files().get(0).name())
                .toList();
    }

    @Test
    void gitIsFoundByItsKeyAndOnlyForTheProcessor() throws Exception {
        Entry old = new Entry("Git_is1", "Git", "2.52.0", false);
        assertEquals(List.of("Git-2.53.0.2-64-bit.exe"), needed("git-for-windows", "2026-03-10-release-2.53.0.2", old));
    }

    @Test
    void keePassIsFoundInBothViews() throws Exception {
        for (boolean view32 : List.of(true, false)) {
            Entry old = new Entry("KeePassPasswordSafe2_is1", "KeePass Password Safe 2.60", "2.60", view32);
            assertEquals(List.of("KeePass-2.61-Setup.exe"), needed("keepass", "2026-03-04-release-2.61", old));
        }
    }

    @Test
    void winScpIsFoundInTheViewForX86() throws Exception {
        Entry old = new Entry("winscp3_is1", "WinSCP 6.5.2", "6.5.2", true);
        Entry current = new Entry("winscp3_is1", "WinSCP 6.5.3", "6.5.3", true);
        assertEquals(List.of("WinSCP-6.5.3-Setup.exe"), needed("winscp", "2025-07-16-release-6.5.3", old));
        assertEquals(List.of(), needed("winscp", "2025-07-16-release-6.5.3", current));
    }
}
