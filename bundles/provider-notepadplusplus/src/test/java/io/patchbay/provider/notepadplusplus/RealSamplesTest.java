package io.patchbay.provider.notepadplusplus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Notepad++'s releases really were. */
final class RealSamplesTest {
    private static final RecordedCases CASES = RecordedCases.of(new NotepadProvider());

    private static List<Update> updates(String name) throws Exception {
        return CASES.updates(CASES.open(name));
    }

    /** Every list since 7.9.3 is read, and has the installers under the names that we know. */
    @Test
    void namesTheInstallersAsEveryKnownChecksumListDoes() throws Exception {
        Optional<Path> samples = Samples.feeds("notepadplusplus/checksums");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot snapshot = SnapshotFolder.open(samples.get());
        List<Document> lists = snapshot.documents().stream()
                .filter(document -> document.name().startsWith("reconstructed/"))
                .toList();
        assertFalse(lists.isEmpty());
        for (Document list : lists) {
            String version = list.name().replaceAll("reconstructed/npp\\.|\\.checksums\\.sha256", "");
            assertTrue(VersionScheme.NOTEPAD_PLUS_PLUS.accepts(version), version);
            Set<String> files =
                    NotepadProvider.VENDOR.packages(Version.of(VersionScheme.NOTEPAD_PLUS_PLUS, version)).stream()
                            .limit(2)
                            .map(WindowsPackage::file)
                            .collect(Collectors.toSet());
            assertEquals(files, Checksums.read(snapshot, list).keySet());
        }
    }

    /** Version, day and addresses of 8.9.7 are those that another tool saw. */
    @Test
    void givesWhatAnotherToolSawOfTheSameRelease() throws Exception {
        Optional<Path> samples = Samples.feeds("notepadplusplus/normalised-dumplings/Notepad++.Notepad++");
        if (samples.isEmpty()) {
            return;
        }
        String log = Files.readString(samples.get().resolve("Log_20260714T014003Z.yaml"));
        for (Update update : updates("2026-07-28-offered-8.9.7")) {
            if (update.release().version().canonical().equals("8.9.7")) {
                String url = update.files().get(0).urls().get(0).toString();
                assertTrue(log.contains("InstallerUrl: " + url + "\n"), url);
                assertTrue(log.contains("ReleaseTime: " + update.release().released()), log);
            }
        }
    }

    /** Every release of the last years is in the order in which it came out, but for one that was withdrawn for two days. */
    @Test
    void ordersTheRealHistory() throws Exception {
        Optional<Path> history = Samples.badInput("real-history/notepadplusplus.tsv");
        if (history.isEmpty()) {
            return;
        }
        List<String> versions = Files.readAllLines(history.get()).stream()
                .skip(1)
                .map(line -> line.split("\t")[1])
                .toList();
        List<String> backwards = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            if (VersionScheme.NOTEPAD_PLUS_PLUS.comparator().compare(versions.get(i - 1), versions.get(i)) > 0) {
                backwards.add(versions.get(i - 1) + " -> " + versions.get(i));
            }
        }
        assertEquals(List.of("7.6.5 -> 7.6.4"), backwards);
    }

    /** Those of 8.6.2, which had no package for Windows Installer yet. */
    @Test
    void namesTheInstallersAsAPackageManagerDoes() throws Exception {
        Optional<Path> manifest = Samples.feeds("notepadplusplus/winget/8.6.2_Notepad++.Notepad++.installer.yaml");
        if (manifest.isEmpty()) {
            return;
        }
        List<String> names = Files.readAllLines(manifest.get()).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("InstallerUrl: "))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .toList();
        assertEquals(
                names,
                NotepadProvider.VENDOR.packages(Version.of(VersionScheme.NOTEPAD_PLUS_PLUS, "8.6.2")).stream()
                        .map(WindowsPackage::file)
                        .filter(file -> file.endsWith(".exe"))
                        .toList());
    }

    /** Names and addresses of the installers of eight releases that a tool listed; none of them has a recorded case, which would have digests. */
    @Test
    void namesTheInstallersThatATrackerLists() throws Exception {
        Optional<Path> samples = Samples.feeds("notepadplusplus/normalised-apptracker");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot lists = SnapshotFolder.open(samples.get());
        for (Document list : lists.documents()) {
            Set<String> expected = new HashSet<>();
            String version = "";
            for (Value file : Json.read(lists, list).items()) {
                version = file.get("Version").text();
                String name = file.get("URI").text();
                if (name.endsWith(".exe") || name.endsWith(".msi")) {
                    expected.add(name.substring(name.lastIndexOf('/') + 1));
                }
            }
            Set<String> known =
                    NotepadProvider.VENDOR.packages(Version.of(VersionScheme.NOTEPAD_PLUS_PLUS, version)).stream()
                            .map(WindowsPackage::file)
                            .collect(Collectors.toSet());
            assertFalse(expected.isEmpty());
            assertTrue(known.containsAll(expected), () -> expected + " and " + known);
        }
    }
}
