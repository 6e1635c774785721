package io.patchbay.provider.videolan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Document;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What VLC's releases really were. */
final class RealSamplesTest {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "videolan");

    private static List<ContentFile> files() throws Exception {
        List<Update> updates = new ArrayList<>();
        new VideolanProvider().parse(RecordedSnapshot.open(CASES.resolve("2026-01-12-release-3.0.23")), updates::add);
        return updates.stream().map(update -> update.files().get(0)).toList();
    }

    @Test
    void namesTheInstallersAsEveryKnownChecksumDoes() throws Exception {
        Optional<Path> samples = Samples.feeds("videolan/checksums");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot snapshot = SnapshotFolder.open(samples.get());
        List<Document> lists = snapshot.documents().stream()
                .filter(document -> document.name().startsWith("reconstructed/"))
                .toList();
        assertFalse(lists.isEmpty());
        for (Document list : lists) {
            String version = list.name().replaceAll("reconstructed/vlc-|\\.sha256", "");
            Map<String, String> digests = Checksums.read(snapshot, list);
            assertTrue(VersionScheme.VLC.accepts(version), version);
            assertEquals(installers(version), digests.keySet());
        }
    }

    private static Set<String> installers(String version) {
        return VideolanProvider.VENDOR.packages(Version.of(VersionScheme.VLC, version)).stream()
                .filter(of -> of.line().packageType().equals("exe"))
                .map(WindowsPackage::file)
                .collect(Collectors.toSet());
    }

    /** Another tool recorded a change for each mirror that it was sent to; the files are those that we give, on whatever host. */
    @Test
    @DisplayName("Failure 11: which mirror has a file today is no news")
    void givesAnAddressThatNamesNoMirror() throws Exception {
        List<String> paths =
                files().stream().map(file -> file.urls().get(0).getPath()).toList();
        for (ContentFile file : files()) {
            assertEquals("get.videolan.org", file.urls().get(0).getHost());
        }
        Optional<Path> samples = Samples.feeds("videolan/normalised-apptracker");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot others = SnapshotFolder.open(samples.get());
        for (Document state : others.documents().stream()
                .filter(d -> d.name().contains("2026-05"))
                .toList()) {
            for (Value file : Json.read(others, state).items()) {
                String address = file.get("URI").text();
                boolean installer = !file.get("Type").text().equals("zip");
                assertEquals(installer, paths.stream().anyMatch(address::endsWith), address);
            }
        }
    }

    @Test
    void givesTheDigestsThatOthersPublishedOfTheSameRelease() throws Exception {
        Optional<Path> verification = Samples.feeds("videolan/checksums/choco-verification/vlc.install-2026-01-08.txt");
        if (verification.isEmpty()) {
            return;
        }
        String text = Files.readString(verification.get()).toLowerCase(Locale.ROOT);
        for (ContentFile file : files()) {
            if (file.name().endsWith(".exe")) {
                assertTrue(text.contains(file.digests().get(0).value()), file.name());
            }
        }
    }

    /** Every release of the last years is in the order in which it came out, but for one that was withdrawn for two weeks. */
    @Test
    @DisplayName("Failure 10: a release that is served again after a newer one is no newer release")
    void ordersTheRealHistory() throws Exception {
        Optional<Path> history = Samples.badInput("real-history/vlc.tsv");
        if (history.isEmpty()) {
            return;
        }
        List<String> versions = Files.readAllLines(history.get()).stream()
                .skip(1)
                .map(line -> line.split("\t")[1])
                .toList();
        List<String> backwards = new ArrayList<>();
        for (int i = 1; i < versions.size(); i++) {
            if (VersionScheme.VLC.comparator().compare(versions.get(i - 1), versions.get(i)) > 0) {
                backwards.add(versions.get(i - 1) + " -> " + versions.get(i));
            }
        }
        assertEquals(List.of("3.0.15 -> 3.0.14"), backwards);
    }

    /** Those of 3.0.20, which winget takes from another of VideoLAN's hosts. */
    @Test
    void namesTheFilesAsAPackageManagerDoes() throws Exception {
        Optional<Path> manifest = Samples.feeds("videolan/winget/3.0.20_VideoLAN.VLC.installer.yaml");
        if (manifest.isEmpty()) {
            return;
        }
        Set<String> paths = Files.readAllLines(manifest.get()).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("InstallerUrl: "))
                .map(line -> line.substring(line.indexOf("/vlc/")))
                .collect(Collectors.toSet());
        assertEquals(
                paths,
                VideolanProvider.VENDOR.packages(Version.of(VersionScheme.VLC, "3.0.20")).stream()
                        .map(of -> of.url().getPath())
                        .collect(Collectors.toSet()));
    }
}
