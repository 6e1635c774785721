package io.patchbay.provider.sevenzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Architecture;
import io.patchbay.model.Digest;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others read out of 7-Zip's releases, and what the releases really were. */
final class RealSamplesTest {
    private static final RecordedCases CASES = RecordedCases.of(new SevenZipProvider());

    private static List<Update> updates(String name) throws Exception {
        return CASES.updates(CASES.open(name));
    }

    /** Version, day, address, size and digest of each installer of 26.01. */
    @Test
    void givesWhatAnotherToolReadOfTheSameRelease() throws Exception {
        Optional<Path> samples = Samples.feeds("7zip/normalised-apptracker");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(samples.get());
        Map<String, String> expected = new HashMap<>();
        for (Value file : Json.read(
                        others, others.document("7zip-2026-04-28.json").orElseThrow())
                .items()) {
            if (!file.get("URI").text().endsWith("/7zr.exe")) {
                expected.put(
                        file.get("URI").text(),
                        "26.01 2026-04-27 " + file.get("Size").number() + " "
                                + file.get("Sha256").text());
            }
        }
        Map<String, String> found = new HashMap<>();
        for (Update update : updates("2026-04-28-release-26.01")) {
            if (update.release().version().canonical().equals("26.01")) {
                found.put(update.files().get(0).urls().get(0).toString(), described(update));
            }
        }
        assertEquals(expected, found);
    }

    private static String described(Update update) {
        Digest digest = update.files().get(0).digests().get(0);
        return update.release().version().canonical()
                + ' '
                + update.release().released()
                + ' '
                + update.files().get(0).size()
                + ' '
                + digest.value();
    }

    /** The names of the files are those of every release that another tool listed since 2022. */
    @Test
    void namesTheFilesOfEveryKnownRelease() throws Exception {
        Optional<Path> history = Samples.badInput("real-history");
        if (history.isEmpty()) {
            return;
        }
        for (String line : Files.readAllLines(history.get().resolve("7zip.tsv")).subList(1, 10)) {
            String[] fields = line.split("\t");
            String file = fields[2].substring(fields[2].lastIndexOf('/') + 1);
            assertTrue(
                    SevenZipProvider.VENDOR.packages(Version.of(VersionScheme.SEVEN_ZIP, fields[1])).stream()
                            .anyMatch(of -> of.file().equals(file)
                                    && of.line().architecture() == Architecture.X64
                                    && of.line().packageType().equals("msi")),
                    file);
        }
    }

    /** Those of 24.07; winget's addresses are those of the vendor's own site, which has the same files under the same names. */
    @Test
    void namesAndFindsWhatAPackageManagerInstalls() throws Exception {
        Optional<Path> manifest = Samples.feeds("7zip/winget/24.07_7zip.7zip.installer.yaml");
        if (manifest.isEmpty()) {
            return;
        }
        List<WindowsPackage> packages = SevenZipProvider.VENDOR.packages(Version.of(VersionScheme.SEVEN_ZIP, "24.07"));
        List<String> names = Files.readAllLines(manifest.get()).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("InstallerUrl: "))
                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                .toList();
        assertEquals(names, packages.stream().map(WindowsPackage::file).toList());
        Endpoint x64 = Endpoint.with(new Endpoint.Entry(
                "{23170F69-40C1-2702-2407-000001000000}", "7-Zip 24.07 (x64 edition)", "24.07.00.0", false));
        assertEquals(
                List.of("7z2407-x64.msi"),
                packages.stream()
                        .filter(of -> x64.has(of.applicability()))
                        .map(WindowsPackage::file)
                        .toList());
    }

    /** Installers of every release since 24.06 that a tool logged; up to 24.09 it took them from the vendor's own site. */
    @Test
    void namesTheFilesOfEveryLoggedRelease() throws Exception {
        Optional<Path> logs = Samples.feeds("7zip/normalised-dumplings");
        if (logs.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.walk(logs.get())) {
            for (Path log : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(log);
                String version = lines.stream()
                        .filter(line -> line.startsWith("Version: "))
                        .map(line -> line.replaceAll("Version: |\"", ""))
                        .findFirst()
                        .orElseThrow();
                assertEquals(
                        lines.stream()
                                .filter(line -> line.startsWith("  InstallerUrl: "))
                                .map(line -> line.substring(line.lastIndexOf('/') + 1))
                                .toList(),
                        SevenZipProvider.VENDOR.packages(Version.of(VersionScheme.SEVEN_ZIP, version)).stream()
                                .map(WindowsPackage::file)
                                .toList(),
                        log.toString());
            }
        }
    }

    /** Version, day and addresses of 26.02. */
    @Test
    void givesWhatALogHasOfTheSameRelease() throws Exception {
        Optional<Path> log = Samples.feeds("7zip/normalised-dumplings/7zip.7zip/Log_20260704T175631Z.yaml");
        if (log.isEmpty()) {
            return;
        }
        String text = Files.readString(log.get());
        for (Update update : updates("2026-06-28-release-26.02")) {
            if (update.release().version().canonical().equals("26.02")) {
                String url = update.files().get(0).urls().get(0).toString();
                assertTrue(text.contains("InstallerUrl: " + url + "\n"), url);
                assertTrue(text.contains("ReleaseTime: " + update.release().released()), text);
            }
        }
    }
}
