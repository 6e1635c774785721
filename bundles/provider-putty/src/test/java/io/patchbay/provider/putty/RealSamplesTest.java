package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.Json;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.feeds.Value;
import io.patchbay.model.ContentFile;
import io.patchbay.model.Update;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What PuTTY's releases really were, from 0.68 on. */
final class RealSamplesTest {
    @Test
    void namesTheInstallersAsEveryKnownChecksumListDoes() throws Exception {
        Optional<Path> samples = Samples.feeds("putty/checksums");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot snapshot = SnapshotFolder.open(samples.get());
        List<Document> lists = snapshot.documents().stream()
                .filter(document -> document.name().startsWith("reconstructed/sha512sums-"))
                .toList();
        assertFalse(lists.isEmpty());
        for (Document list : lists) {
            String version = list.name().substring("reconstructed/sha512sums-".length());
            Set<String> installers = Recorded.packages(version).stream()
                    .limit(2)
                    .map(PuttyProvider::path)
                    .collect(Collectors.toSet());
            assertEquals(installers, Checksums.read(snapshot, list).keySet());
        }
    }

    @Test
    void acceptsEveryVersionThatTheSourceTreeHasHad() throws Exception {
        Optional<Path> samples = Samples.feeds("putty/latest-ver");
        if (samples.isEmpty()) {
            return;
        }
        for (Path sample : files(samples.get())) {
            String version = Files.readString(sample).strip();
            FeedException refused = assertThrows(FeedException.class, () -> readAs(version));
            // The version was accepted: what is refused is that the page links the files of another.
            assertEquals("a[href$=/putty/latest/w32/putty-" + version + "-installer.msi]", refused.place());
        }
    }

    /** Addresses and day of 0.85 are those that another tool saw. */
    @Test
    void givesWhatAnotherToolSawOfTheSameRelease() throws Exception {
        Optional<Path> samples = Samples.feeds("putty/normalised-dumplings/PuTTY.PuTTY");
        if (samples.isEmpty()) {
            return;
        }
        String log = Files.readString(samples.get().resolve("Log_20260816T133102Z.yaml"));
        for (Update update : Recorded.released(Recorded.release085())) {
            String url = update.files().get(0).urls().get(0).toString();
            assertEquals(url.endsWith(".msi"), log.contains("InstallerUrl: " + url + "\n"), url);
            assertTrue(log.contains("ReleaseTime: " + update.release().released()), log);
        }
    }

    /** Addresses and digests of the installers of 0.83 are those that a package manager checks. */
    @Test
    void givesTheDigestsThatAPackageManagerChecks() throws Exception {
        Optional<Path> manifest = Samples.feeds("putty/winget/0.83.0.0_PuTTY.PuTTY.installer.yaml");
        if (manifest.isEmpty()) {
            return;
        }
        String text = Files.readString(manifest.get()).toLowerCase(Locale.ROOT);
        for (Update update : Recorded.released(Recorded.release083())) {
            ContentFile file = update.files().get(0);
            if (file.name().endsWith(".msi")) {
                assertTrue(text.contains(file.urls().get(0).toString().toLowerCase(Locale.ROOT)), file.name());
                assertTrue(text.contains(file.digests().get(0).value()), file.name());
            }
        }
    }

    private static void readAs(String version) throws IOException, FeedException {
        var page = Recorded.release085().replacing("latest.html", "this is 0.85,", "this is " + version + ",");
        Recorded.updates(page.replacing("changes.html", "releases/0.85.html", "releases/" + version + ".html"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The installers of four releases that a tool listed. It gives addresses of whatever is the latest, we those of the very release. */
    @Test
    void namesTheInstallersThatATrackerLists() throws Exception {
        Optional<Path> samples = Samples.feeds("putty/normalised-apptracker");
        if (samples.isEmpty()) {
            return;
        }
        Snapshot lists = SnapshotFolder.open(samples.get());
        for (Document list : lists.documents()) {
            for (Value file : Json.read(lists, list).items()) {
                String address = file.get("URI").text();
                String path = address.substring(address.indexOf("/latest/") + "/latest/".length());
                assertTrue(
                        Recorded.packages(file.get("Version").text()).stream()
                                .map(PuttyProvider::path)
                                .anyMatch(path::equals),
                        path);
            }
        }
    }
}
