package io.patchbay.provider.adobe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.Endpoint;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.Samples;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Adobe really answered, and what others read out of it. */
final class RealSamplesTest {
    private static final RecordedCases CASES = RecordedCases.of(new AdobeProvider());
    private static final String MAY = "2026-05-08-language-late";

    private static List<Update> may() throws Exception {
        return CASES.updates(CASES.open(MAY));
    }

    /** Addresses of patches: those of the continuous track that another tool gave for the same release. */
    @Test
    void givesThePatchesThatAnotherToolGave() throws Exception {
        Optional<Path> folder = Samples.feeds("adobe/normalised-apptracker");
        if (folder.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(folder.get());
        Set<String> expected = new HashSet<>();
        for (Value file : Json.read(
                        others,
                        others.document("AdobeAcrobatDC-2026-05-04.json").orElseThrow())
                .items()) {
            assertEquals("26.001.21529", file.get("Version").text());
            expected.add(file.get("URI").text());
        }
        Set<String> found = may().stream()
                .filter(update -> update.release().line().channel().equals("continuous"))
                .filter(update -> update.release().line().packageType().equals("msp"))
                .map(update -> update.files().get(0).urls().get(0).toString())
                .collect(Collectors.toSet());
        assertEquals(expected, found);
    }

    /** Those of the classic track of 2020; the other tool still lists the tracks before, which are long at their end. */
    @Test
    void givesThePatchesOfTheClassicTrack() throws Exception {
        Optional<Path> folder = Samples.feeds("adobe/normalised-apptracker");
        if (folder.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(folder.get());
        Set<String> expected = new HashSet<>();
        for (Value file : Json.read(
                        others, others.document("AdobeAcrobat-2026-05-16.json").orElseThrow())
                .items()) {
            if (file.get("Track").text().equals("2020")) {
                expected.add(file.get("URI").text());
            }
        }
        Set<String> found = may().stream()
                .filter(update -> update.release().line().channel().equals("classic-2020"))
                .map(update -> update.files().get(0).urls().get(0).toString())
                .collect(Collectors.toSet());
        assertEquals(expected, found);
    }

    /** Versions and addresses of the installers, but for the host, in every language that was recorded. */
    @Test
    void readsTheAnswersOfTheDownloadService() throws Exception {
        Optional<Path> folder = Samples.feeds("adobe/rdc/reconstructed");
        if (folder.isEmpty()) {
            return;
        }
        Snapshot samples = SnapshotFolder.open(folder.get());
        for (String language : List.of("MUI", "English", "German", "Japanese", "Basque")) {
            for (String day : List.of("2025-06-10", "2026-05-08")) {
                String name = language + '-' + day + ".json";
                Value answers = Json.read(
                        samples, samples.document("downloadUrl-" + name).orElseThrow());
                List<Installer> installers = Installer.read(
                        samples, samples.document("products-" + name).orElseThrow());
                assertEquals(answers.items().size(), installers.size());
                for (int i = 0; i < installers.size(); i++) {
                    URI expected =
                            URI.create(answers.items().get(i).get("downloadURL").text());
                    assertEquals(
                            expected.getPath(),
                            installers.get(i).address(answers.items().get(i)).getPath());
                }
            }
        }
    }

    /** The names that the service gave its products, as another tool recorded them. */
    @Test
    void tellsTheProcessorByRecordedNames(@TempDir Path lists) throws Exception {
        Optional<Path> folder = Samples.feeds("adobe/normalised-apptracker");
        if (folder.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(folder.get());
        Map<String, URI> addresses = new TreeMap<>();
        StringJoiner products = new StringJoiner(",", "{\"products\":{\"reader\":[", "]}}");
        for (String day : List.of("2023-01-24", "2023-11-02", "2024-03-14")) {
            String name = "AdobeAcrobatReaderDC-" + day + ".json";
            for (Value file :
                    Json.read(others, others.document(name).orElseThrow()).items()) {
                String product = file.get("Name").text();
                if (addresses.put(product, URI.create(file.get("URI").text())) == null) {
                    products.add("{\"displayName\":\"" + product + "\",\"version\":\""
                            + file.get("Version").text() + "\"}");
                }
            }
        }
        Files.writeString(lists.resolve("mui.json"), products.toString());
        Snapshot snapshot = SnapshotFolder.open(lists);
        List<Installer> installers =
                Installer.read(snapshot, snapshot.document("mui.json").orElseThrow());
        assertEquals(addresses.size(), installers.size());
        for (Installer installer : installers) {
            URI address = addresses.get(installer.displayName());
            byte[] answer = ("{\"downloadURL\":\"" + address + "\"}").getBytes(StandardCharsets.UTF_8);
            assertEquals(
                    address.getPath(),
                    installer.address(Json.parse(answer, "downloads/mui.json")).getPath());
        }
    }

    /** The one answer that is known byte for byte is for another system. */
    @Test
    void refusesTheAnswerForMac() throws Exception {
        Optional<Path> folder = Samples.feeds("adobe/rdc");
        if (folder.isEmpty()) {
            return;
        }
        Snapshot samples = SnapshotFolder.open(folder.get());
        var list = samples.document("products-mac-22.001.20112.json").orElseThrow();
        FeedException refused = assertThrows(FeedException.class, () -> Installer.read(samples, list));
        assertEquals("/products/reader/0/displayName", refused.place());
    }

    /** Every version that another tool has seen is one of the track. */
    @Test
    void acceptsEveryKnownVersion() throws Exception {
        Optional<Path> folder = Samples.feeds("adobe/normalised-dumplings/Adobe.Acrobat.Reader.64-bit");
        if (folder.isEmpty()) {
            return;
        }
        try (var files = Files.list(folder.get())) {
            for (Path file : files.toList()) {
                String version = Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("Version: "))
                        .findFirst()
                        .orElseThrow()
                        .substring("Version: ".length());
                assertTrue(VersionScheme.ADOBE_CONTINUOUS.accepts(version), version);
            }
        }
    }

    /** Adobe's own link to a patch is where patches are said to be. */
    @Test
    void knowsWherePatchesAre() throws Exception {
        Optional<Path> fragment = Samples.feeds("adobe/release-notes/anchors-fragment.html");
        if (fragment.isEmpty()) {
            return;
        }
        Version version = Version.of(VersionScheme.ADOBE_CLASSIC, "20.005.30381");
        WindowsPackage reader =
                AdobeProvider.VENDOR.packages("classic", version).get(1);
        assertTrue(Files.readString(fragment.get()).contains(String.valueOf(reader.url())));
    }

    /** The installation of 24.001.20604 is found by the product code that winget knows, and the installer has its name. */
    @Test
    void findsWhatAPackageManagerInstalled() throws Exception {
        Optional<Path> manifest = Samples.feeds("adobe/winget/24.001.20604_Adobe.Acrobat.Reader.64-bit.installer.yaml");
        if (manifest.isEmpty()) {
            return;
        }
        String text = Files.readString(manifest.get());
        String code = "{AC76BA86-1033-FF00-7760-BC15014EA700}";
        assertTrue(text.contains("ProductCode: '" + code + "'"));
        assertTrue(text.contains("/pub/adobe/acrobat/win/AcrobatDC/2400120604/AcroRdrDCx642400120604_MUI.exe"));
        Endpoint endpoint = Endpoint.with(new Endpoint.Entry(code, "Adobe Acrobat DC (64-bit)", "24.001.20604", false));
        Version version = Version.of(VersionScheme.ADOBE_CONTINUOUS, "24.001.20604");
        assertEquals(
                List.of("Adobe Acrobat Reader DC/continuous/x64/MUI/msp"),
                AdobeProvider.VENDOR.packages("continuous", version).stream()
                        .filter(of -> endpoint.has(of.applicability()))
                        .map(of -> of.line().toString())
                        .toList());
    }
}
