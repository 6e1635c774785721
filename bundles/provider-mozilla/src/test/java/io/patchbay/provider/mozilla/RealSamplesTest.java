package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.ContentFile;
import io.patchbay.model.Cve;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Mozilla really published; every number here was counted by other means too. */
class RealSamplesTest {
    private static final InMemorySnapshot NOTHING = new InMemorySnapshot(new TreeMap<>());

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void losesNoneOfTheAdvisories() throws IOException, FeedException {
        Optional<Path> samples = Samples.feeds("mozilla/advisories");
        if (samples.isEmpty()) {
            return;
        }
        InMemorySnapshot advisories = InMemorySnapshot.of(samples.get(), "advisories/");
        Set<Fix> fixes = new HashSet<>();
        Set<String> cves = new HashSet<>();
        Set<String> attacked = new TreeSet<>();
        for (Document document : advisories.documents()) {
            Advisory advisory = Advisory.read(advisories, document);
            fixes.addAll(advisory.fixes());
            advisory.cves().stream().map(Cve::id).forEach(cves::add);
            advisory.cves().stream().filter(Cve::exploited).map(Cve::id).forEach(attacked::add);
        }
        System.out.printf(
                "mozilla: %d advisories, %d fixed releases, %d CVEs%n",
                advisories.documents().size(), fixes.size(), cves.size());
        assertEquals(546, advisories.documents().size());
        assertEquals(
                Map.of("Firefox", 181L, "Firefox ESR", 105L, "Thunderbird", 146L, "Thunderbird ESR", 18L),
                fixes.stream().collect(Collectors.groupingBy(Fix::product, Collectors.counting())));
        assertEquals(1314, cves.size());
        assertEquals(
                Set.of("CVE-2016-9079", "CVE-2020-6819", "CVE-2020-6820", "CVE-2023-5217", "CVE-2024-9680"), attacked);
    }

    @Test
    void findsTheCurrentReleases() throws IOException, FeedException {
        Optional<Path> samples = Samples.feeds("mozilla/product-details/1.0");
        if (samples.isEmpty()) {
            return;
        }
        List<MozillaRelease> releases = ProductDetails.read(InMemorySnapshot.of(samples.get(), ""));
        assertEquals(
                List.of("136.0.2", "128.8.0esr", "115.21.0esr", "136.0.1", "128.8.1esr"),
                releases.stream().map(MozillaRelease::tag).toList());
        assertEquals(LocalDate.of(2025, 3, 18), releases.get(0).date());
        assertEquals(LocalDate.of(2023, 7, 4), releases.get(2).lineBegan());
    }

    @Test
    void understandsEveryListOfVersionsSince2019() throws IOException, FeedException {
        Optional<Path> samples = Samples.feeds("mozilla/product-details/history");
        if (samples.isEmpty()) {
            return;
        }
        InMemorySnapshot recorded = InMemorySnapshot.recorded("2025-03-28-mfsa2025-19");
        for (Path file : files(samples.get())) {
            String document = file.getFileName().toString().replaceFirst("-[0-9-]+[.]json$", ".json");
            List<MozillaRelease> releases = ProductDetails.read(recorded.with(document, Files.readString(file)));
            assertEquals(releases.size(), Set.copyOf(releases).size(), file.toString());
        }
    }

    @Test
    void findsEveryInstallerInARealList() throws IOException, FeedException {
        Optional<Path> samples = Samples.feeds("mozilla/checksums/reconstructed");
        if (samples.isEmpty()) {
            return;
        }
        String list = Files.readString(samples.get().resolve("SHA512SUMS-firefox-153.0.3"));
        InMemorySnapshot snapshot = NOTHING.with("sha512sums/firefox-153.0.3", list);
        MozillaRelease release = new MozillaRelease(Application.FIREFOX, "153.0.3", null, null);
        Map<String, List<ContentFile>> files =
                Installers.read(snapshot, release).files();
        for (String platform : List.of("win32", "win64", "win64-aarch64")) {
            assertEquals(103, files.get(platform + ".exe").size());
        }
        ContentFile first = files.get("win64-aarch64.exe").get(0);
        assertEquals("ach", first.language());
        assertTrue(list.startsWith(first.digests().get(0).value()));
    }

    /** Every installer of ESR 128.8.0 that a package manager knows is at the address that we give it. */
    @Test
    void givesTheAddressesThatAPackageManagerUses() throws IOException, FeedException {
        Optional<Path> manifest = Samples.feeds("mozilla/winget/128.8.0_Mozilla.Firefox.ESR.installer.yaml");
        if (manifest.isEmpty()) {
            return;
        }
        List<String> known = Files.readAllLines(manifest.get()).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("InstallerUrl: "))
                .map(line -> line.substring("InstallerUrl: ".length()))
                .toList();
        InMemorySnapshot recorded = InMemorySnapshot.recorded("2025-03-18-firefox-136.0.2");
        MozillaRelease release = new MozillaRelease(Application.FIREFOX, "128.8.0esr", null, null);
        List<String> found = Installers.read(recorded, release).files().values().stream()
                .flatMap(List::stream)
                .filter(file -> "en-US".equals(file.language()))
                .map(file -> file.urls().get(0).toString())
                .filter(url -> url.endsWith(".exe"))
                .toList();
        assertFalse(found.isEmpty());
        assertTrue(known.containsAll(found), found.toString());
    }

    @Test
    void refusesHostileListsOfVersions() throws IOException {
        Optional<Path> samples = Samples.badInput("hostile-feeds");
        if (samples.isEmpty()) {
            return;
        }
        InMemorySnapshot recorded = InMemorySnapshot.recorded("2025-03-28-mfsa2025-19");
        for (String name : List.of("dup-key", "empty-object", "null", "number-version")) {
            String versions = Files.readString(samples.get().resolve("mozilla-" + name + ".json"));
            InMemorySnapshot snapshot = recorded.with("firefox_versions.json", versions);
            FeedException e = assertThrows(FeedException.class, () -> ProductDetails.read(snapshot), name);
            assertFalse(e.getMessage().isBlank());
        }
    }
}
