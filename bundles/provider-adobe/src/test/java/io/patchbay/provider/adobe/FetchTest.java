package io.patchbay.provider.adobe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.spi.Feed;
import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
    private static final RecordedCases CASES = RecordedCases.of(new AdobeProvider());

    @TempDir
    private Path folder;

    private RecordedFetcher fetch(RecordedSnapshot recorded) throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(recorded, folder.resolve("made"));
        new AdobeProvider().fetch(fetcher);
        return fetcher;
    }

    @Test
    void getsAllThatParsingNeeds() throws Exception {
        RecordedSnapshot recorded = CASES.open("2024-09-12-bulletin-revised");
        RecordedFetcher fetcher = fetch(recorded);
        assertEquals(CASES.updates(recorded), CASES.updates(fetcher.snapshot()));
        assertTrue(
                fetcher.asked()
                        .contains(
                                URI.create(
                                        "https://rdc.adobe.io/reader/downloadUrl?name=Reader%20DC%202024.003.20112%20MUI%20for%20Windows"
                                                + "%2064-bit&lang=mui&site=enterprise&os=Windows%2011&api_key=dc-get-adobereader-cdn")));
        assertTrue(fetcher.asked()
                .contains(URI.create("https://helpx.adobe.com/security/products/acrobat/apsb24-70.html")));
    }

    @Test
    void doesWithoutCatalogueAndWithoutSomeLanguages() throws Exception {
        RecordedFetcher fetcher = fetch(CASES.open("2026-05-08-language-late"));
        assertFalse(CASES.updates(fetcher.snapshot()).isEmpty());
    }

    @Test
    @DisplayName("Failure 15: the host of the release notes never answers who has no name")
    void saysWhoItIs() {
        assertTrue(AdobeProvider.NOTES.userAgent().startsWith("Mozilla/5.0"));
    }

    @Test
    @DisplayName("Failure 16: the download service is asked for each thing once, and not too quickly")
    void asksPolitely() throws Exception {
        List<URI> asked = fetch(CASES.open("2024-09-12-bulletin-revised")).asked();
        assertEquals(asked.size(), Set.copyOf(asked).size());
        for (Feed feed : List.of(AdobeProvider.PRODUCTS, AdobeProvider.DOWNLOADS)) {
            assertTrue(feed.spacing().toMillis() >= 250, feed.name());
        }
    }
}
