package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.Checksums;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            assertEquals(
                    Set.of(Download.MSI_X86.path(version), Download.MSI_X64.path(version)),
                    Checksums.read(snapshot, list).keySet());
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

    private static void readAs(String version) throws IOException, FeedException {
        var page = Recorded.edit(Recorded.release085(), "latest.html", "this is 0.85,", "this is " + version + ",");
        Recorded.updates(Recorded.edit(page, "changes.html", "releases/0.85.html", "releases/" + version + ".html"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
