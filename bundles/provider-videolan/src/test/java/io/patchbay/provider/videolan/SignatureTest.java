package io.patchbay.provider.videolan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Update;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is fetched must be signed. The key and the signatures were made by GnuPG for these tests: one over bytes, and one, as VideoLAN may
 * make them, over text.
 */
final class SignatureTest {
    private static final String KEY = "5A6D35057ACBDBA7AC8A7BF47E9B32FC566446EA";

    @TempDir
    private Path folder;

    private Path upstream;

    @BeforeEach
    void signARecordedCase() throws IOException {
        Path cases = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "videolan");
        upstream = folder.resolve("signed");
        copy(cases.resolve("2024-09-26-cve-2024-46461"));
        Files.createDirectory(upstream.resolve("signatures"));
        resource("release-key.asc", "release-key.asc");
        resource("status-win-x86.asc", "signatures/status-win-x86");
        resource("status-win-x64.asc", "signatures/status-win-x64");
    }

    private void copy(Path recorded) throws IOException {
        try (Stream<Path> files = Files.walk(recorded)) {
            for (Path file : files.toList()) {
                Files.copy(file, upstream.resolve(recorded.relativize(file).toString()));
            }
        }
    }

    private void resource(String name, String document) throws IOException {
        try (InputStream resource = Objects.requireNonNull(SignatureTest.class.getResourceAsStream(name))) {
            Files.copy(resource, upstream.resolve(document));
        }
    }

    private Snapshot fetched(VideolanProvider provider) throws IOException, FeedException {
        Path target = Files.createTempDirectory(folder, "run").resolve("fetched");
        RecordedFetcher fetcher = new RecordedFetcher(RecordedSnapshot.open(upstream), target);
        provider.fetch(fetcher);
        return fetcher.snapshot();
    }

    private static List<Update> parsed(Snapshot snapshot) throws IOException, FeedException {
        List<Update> updates = new ArrayList<>();
        new VideolanProvider(KEY).parse(snapshot, updates::add);
        return updates;
    }

    @Test
    void acceptsWhatTheKeySigned() throws Exception {
        assertEquals(4, parsed(fetched(new VideolanProvider(KEY))).size());
    }

    @Test
    @DisplayName("Failure 15: the updater's server is asked as VLC asks it")
    void asksForWhatIsCurrentAndWhatItIs() throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(RecordedSnapshot.open(upstream), folder.resolve("asked"));
        new VideolanProvider(KEY).fetch(fetcher);
        assertEquals(
                List.of(
                        "https://download.videolan.org/pub/keys/7180713BE58D1ADC.asc",
                        "https://update.videolan.org/vlc/status-win-x86",
                        "https://update.videolan.org/vlc/status-win-x86.asc",
                        "https://update.videolan.org/vlc/status-win-x64",
                        "https://update.videolan.org/vlc/status-win-x64.asc",
                        "https://download.videolan.org/pub/vlc/3.0.21/win32/vlc-3.0.21-win32.exe.sha256",
                        "https://download.videolan.org/pub/vlc/3.0.21/win32/vlc-3.0.21-win32.msi.sha256",
                        "https://download.videolan.org/pub/vlc/3.0.21/win64/vlc-3.0.21-win64.exe.sha256",
                        "https://download.videolan.org/pub/vlc/3.0.21/win64/vlc-3.0.21-win64.msi.sha256",
                        "https://www.videolan.org/security/",
                        "https://www.videolan.org/security/sb-vlc3021.html",
                        "https://services.nvd.nist.gov/rest/json/cves/2.0?noRejected&virtualMatchString=cpe:2.3:a:videolan:vlc_media_player",
                        "https://raw.githubusercontent.com/CVEProject/cvelistV5/main/cves/2024/46xxx/CVE-2024-46461.json"),
                fetcher.asked().stream().map(URI::toString).toList());
        List<Feed> updaters = new VideolanProvider(KEY)
                .feeds().stream()
                        .filter(feed -> feed.url().getHost().equals("update.videolan.org"))
                        .toList();
        assertEquals(3, updaters.size());
        assertTrue(updaters.stream().allMatch(feed -> feed.userAgent().startsWith("VLC/")));
    }

    @Test
    void refusesAStatusThatWasChangedOnItsWay() throws Exception {
        Path status = upstream.resolve("status-win-x64");
        Files.writeString(status, Files.readString(status).replace("3.0.21", "3.0.99"));
        FeedException refused = assertThrows(FeedException.class, () -> fetched(new VideolanProvider(KEY)));
        assertEquals("signatures/status-win-x64", refused.feed());
    }

    @Test
    void fetchesNothingWithoutASignature() throws Exception {
        Files.delete(upstream.resolve("signatures/status-win-x64"));
        assertThrows(IOException.class, () -> fetched(new VideolanProvider(KEY)));
    }

    @Test
    void believesNoOtherKeyThanVideolans() {
        FeedException refused = assertThrows(FeedException.class, () -> fetched(new VideolanProvider()));
        assertEquals(
                "release-key.asc: expected the key 65F7C6B4206BD057A7EB73787180713BE58D1ADC", refused.getMessage());
    }

    /** Unsigned, cut short, and with a zero byte: in place of a status file that is fetched, none of them gives anything. */
    @Test
    void refusesHostileStatusFiles() throws Exception {
        Optional<Path> samples = Samples.badInput("hostile-feeds");
        if (samples.isEmpty()) {
            return;
        }
        for (String name : List.of("unsigned", "two-lines", "nul")) {
            Files.copy(
                    samples.get().resolve("vlc-status-" + name + ".txt"),
                    upstream.resolve("status-win-x64"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertThrows(FeedException.class, () -> fetched(new VideolanProvider(KEY)), name);
        }
    }

    /** Even where an operator hands one in, for whom no signature is demanded. */
    @Test
    void refusesStatusFilesThatAreNone() throws Exception {
        Path cases = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "videolan");
        RecordedSnapshot recorded = RecordedSnapshot.open(cases.resolve("2026-01-12-release-3.0.23"));
        assertFalse(parsed(recorded).isEmpty());
        for (String status : List.of(
                "3.0.23\nhttps://get.videolan.org/vlc/3.0.23/win64/vlc-3.0.23-win64.exe\n",
                "3.0.23-rc1\nhttps://get.videolan.org/vlc/3.0.23/win64/vlc-3.0.23-win64.exe\nWords\n",
                "3.0.23\nhttps://get.videolan.org/vlc/3.0.22/win64/vlc-3.0.22-win64.exe\nWords\n",
                "3.0.23\nhttp://get.videolan.org/vlc/3.0.23/win64/vlc-3.0.23-win64.exe\nWords\n",
                "<html><body>3.0.23</body></html>\n")) {
            assertThrows(
                    FeedException.class, () -> parsed(recorded.with("status-win-x64", status.getBytes(UTF_8))), status);
        }
    }
}
