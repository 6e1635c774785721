package io.patchbay.provider.mozilla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetchTest {
    private static final String ADVISORY = "advisories/announce/2025/mfsa2025-19.yml";

    private InMemorySnapshot upstream;

    @BeforeEach
    void load() throws IOException {
        upstream = InMemorySnapshot.recorded("2025-03-28-mfsa2025-19");
    }

    private static RecordingFetcher fetch(InMemorySnapshot upstream) throws IOException, FeedException {
        RecordingFetcher fetcher = new RecordingFetcher(upstream);
        new MozillaProvider().fetch(fetcher);
        return fetcher;
    }

    @Test
    void getsEverythingThatParsingNeeds() throws IOException, FeedException {
        RecordingFetcher fetcher = fetch(upstream);
        assertEquals(upstream.documents(), fetcher.snapshot().documents());
    }

    @Test
    void asksForTheChecksumsOfEachCurrentRelease() throws IOException, FeedException {
        List<String> lists = fetch(upstream).requests.stream()
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
        String sha = GitBlob.name(upstream.open(ADVISORY));
        assertTrue(fetch(upstream)
                .requests
                .contains("https://raw.githubusercontent.com/mozilla/foundation-security-advisories/master/"
                        + "announce/2025/mfsa2025-19.yml " + sha));
    }

    @Test
    void leavesAdvisoriesFromBeforeTheOldestLineAlone() throws IOException, FeedException {
        assertTrue(upstream.text("advisory-tree.json").contains("mfsa2022-54"));
        assertFalse(fetch(upstream).requests.toString().contains("mfsa2022-54"));
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
