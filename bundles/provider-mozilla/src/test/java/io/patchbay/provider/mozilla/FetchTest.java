package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedFetcher;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
    private static final String ADVISORY = "advisories/announce/2025/mfsa2025-19.yml";

    @TempDir
    private Path folder;

    private InMemorySnapshot upstream;

    @BeforeEach
    void load() throws IOException {
        upstream = InMemorySnapshot.recorded("2025-03-28-mfsa2025-19");
    }

    private RecordedFetcher fetch(Snapshot upstream) throws IOException, FeedException {
        RecordedFetcher fetcher = new RecordedFetcher(upstream, folder.resolve("made"));
        new MozillaProvider().fetch(fetcher);
        return fetcher;
    }

    @Test
    void getsEverythingThatParsingNeeds() throws IOException, FeedException {
        assertEquals(
                upstream.documents().stream().map(Document::name).toList(),
                fetch(upstream).snapshot().documents().stream()
                        .map(Document::name)
                        .toList());
    }

    @Test
    void asksForTheChecksumsOfEachCurrentRelease() throws IOException, FeedException {
        List<String> lists = fetch(upstream).asked().stream()
                .map(URI::toString)
                .filter(request -> request.endsWith("SHA512SUMS"))
                .toList();
        assertEquals(
                List.of(
                        "https://archive.mozilla.org/pub/firefox/releases/136.0.4/SHA512SUMS",
                        "https://archive.mozilla.org/pub/firefox/releases/128.8.1esr/SHA512SUMS",
                        "https://archive.mozilla.org/pub/firefox/releases/115.21.1esr/SHA512SUMS",
                        "https://archive.mozilla.org/pub/thunderbird/releases/136.0.1/SHA512SUMS",
                        "https://archive.mozilla.org/pub/thunderbird/releases/128.8.1esr/SHA512SUMS"),
                lists);
    }

    @Test
    void asksForAdvisoriesByTheNameThatGitGivesTheirContent() throws IOException, FeedException {
        String sha = MozillaProvider.ADVISORIES
                .entries(upstream, ADVISORY::endsWith)
                .get(0)
                .sha();
        Document advisory = fetch(upstream).snapshot().document(ADVISORY).orElseThrow();
        assertEquals(sha, advisory.tag());
        assertEquals(
                URI.create("https://raw.githubusercontent.com/mozilla/foundation-security-advisories/master/"
                        + "announce/2025/mfsa2025-19.yml"),
                advisory.url());
    }

    @Test
    void leavesAdvisoriesFromBeforeTheOldestLineAlone() throws IOException, FeedException {
        assertTrue(upstream.text("advisory-tree.json").contains("mfsa2022-54"));
        assertFalse(fetch(upstream).asked().toString().contains("mfsa2022-54"));
    }

    @Test
    void refusesACopyThatIsNotTheListedOne() {
        InMemorySnapshot stale = upstream.replacing(ADVISORY, "impact: critical", "impact: high");
        IOException e = assertThrows(IOException.class, () -> fetch(stale));
        assertTrue(e.getMessage().startsWith(ADVISORY + ": listed as "), e.getMessage());
    }

    @Test
    void refusesAListingThatIsCut() {
        InMemorySnapshot cut = upstream.replacing("advisory-tree.json", "\"truncated\": false", "\"truncated\": true");
        FeedException e = assertThrows(FeedException.class, () -> fetch(cut));
        assertEquals("/truncated", e.place());
    }
}
