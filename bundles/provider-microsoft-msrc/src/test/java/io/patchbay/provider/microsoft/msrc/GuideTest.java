package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.model.Advisory;
import io.patchbay.model.Severity;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.HostileDocuments;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import io.patchbay.testkit.Samples;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuideTest {
    private static final String TABLES = "https://api.msrc.microsoft.com/sug/v2.0/sugodata/v2.0/en-US/";
    private static final String FIRST = "vulnerability/00000";

    @TempDir
    private Path folder;

    private RecordedSnapshot recorded;

    @BeforeEach
    void open() throws Exception {
        recorded = Recorded.open("microsoft-msrc-guide/2025-03-31-cloud");
    }

    private List<URI> asked(RecordedSnapshot upstream, String since) throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(upstream, folder.resolve("made"));
        new GuideProvider(since).fetch(fetcher);
        return fetcher.asked();
    }

    @Test
    void followsThePages() throws Exception {
        assertEquals(
                List.of(
                        URI.create(TABLES + "vulnerability?$skip=0"),
                        URI.create(TABLES + "vulnerability?$skip=2"),
                        URI.create(TABLES + "affectedProduct?$skip=0"),
                        URI.create(TABLES + "affectedProduct?$skip=2"),
                        URI.create(TABLES + "deployment?$skip=0"),
                        URI.create(TABLES + "advisory?$skip=0")),
                asked(recorded, ""));
    }

    @Test
    void asksForWhatIsNewEnough() throws Exception {
        List<URI> asked = asked(recorded, "2025-03-01");
        assertTrue(asked.contains(
                URI.create(TABLES + "affectedProduct?$skip=0&$filter=releaseDate%20ge%202025-03-01T00:00:00Z")));
        assertTrue(asked.contains(
                URI.create(TABLES + "advisory?$skip=0&$filter=publishDate%20ge%202025-03-01T00:00:00Z")));
    }

    @Test
    void noticesPagesWithoutEnd() throws Exception {
        RecordedSnapshot endless = recorded.replacing(FIRST, "$skip=2", "$skip=0");
        FeedException e = assertThrows(FeedException.class, () -> asked(endless, ""));
        assertEquals("vulnerability at @odata.nextLink: the pages do not end: $skip=0", e.getMessage());
    }

    @Test
    void noticesATableWithoutTheLinkToItsNextPage() throws Exception {
        RecordedSnapshot cut = recorded.replacing(FIRST, "@odata.nextLink", "@odata.previousLink");
        FeedException e = assertThrows(FeedException.class, () -> asked(cut, ""));
        assertEquals(FIRST + " at @odata.count: expected 3 rows on all pages, found 2", e.getMessage());
        assertEquals(FeedException.Code.TRUNCATED, e.code());
    }

    @Test
    void takesRowsThatWereAddedWhileThePagesWereTurned() throws Exception {
        asked(recorded.replacing("vulnerability/00001", "\"@odata.count\": 3", "\"@odata.count\": 2"), "");
    }

    @Test
    void noticesALinkThatLeadsNowhere() throws Exception {
        RecordedSnapshot wrong = recorded.replacing(FIRST, "?$skip=2", "");
        FeedException e = assertThrows(FeedException.class, () -> asked(wrong, ""));
        assertEquals("/@odata.nextLink", e.place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"cveNumber\": \"CVE-2025-26683\",|''|vulnerability/00000 at /value/1: not as expected: it lacks cveNumber",
                "\"baseScore\": \"8.1\"|\"baseScore\": \"high\"|vulnerability/00000 at /value/1: not as expected",
                "\"value\"|\"error\"|vulnerability/00000: expected a field \"value\" with rows",
                "\"cveTitle\": \"Azure Playwright|\"cveTitle\": tru,\"x\": \"|vulnerability/00000 at line"
            })
    void namesThePlaceOfWhatIsWrong(String from, String to, String message) throws Exception {
        RecordedSnapshot wrong = recorded.replacing(FIRST, from, to);
        FeedException e = assertThrows(FeedException.class, () -> Recorded.advisories(new GuideProvider(""), wrong));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
    }

    @Test
    void namesAnyPageThatIsHostile() throws Exception {
        HostileDocuments.replay(new GuideProvider(""), recorded, FIRST, "json");
    }

    @Test
    void everyTableIsNeeded() {
        RecordedSnapshot without = recorded.without("deployment/00000");
        assertThrows(FeedException.class, () -> Recorded.advisories(new GuideProvider(""), without));
    }

    @Test
    void aRemovedAdvisoryIsLeftOut() throws Exception {
        RecordedSnapshot removed = Recorded.open("microsoft-msrc-guide/2025-04-01-removed-advisory");
        assertTrue(Recorded.advisories(new GuideProvider(""), recorded).containsKey("ADV233758"));
        assertFalse(Recorded.advisories(new GuideProvider(""), removed).containsKey("ADV233758"));
    }

    @Test
    void readsTheRealPages() throws Exception {
        Optional<Path> samples = Samples.feeds("microsoft/msrc/sug-api");
        if (samples.isEmpty()) {
            return;
        }
        copy(samples.get(), "vulnerability-page0.json", "vulnerability");
        copy(samples.get(), "product-page0.json", "affectedProduct");
        copy(samples.get(), "deployment-page0.json", "deployment");
        copy(samples.get(), "advisory-page0.json", "advisory");
        Map<String, Advisory> advisories =
                Recorded.advisories(new GuideProvider(""), RecordedSnapshot.open(folder.resolve("real")));
        assertEquals(
                Set.of("CVE-2025-21384", "CVE-2025-26683", "ADV236618", "ADV233758", "KB3147461"), advisories.keySet());
        Advisory.Fix fix = advisories.get("KB3147461").fixes().get(0);
        assertEquals("Windows 10 for 32-bit Systems", fix.product());
        assertEquals(Severity.CRITICAL, fix.severity());
        assertEquals(List.of("3140745"), fix.supersededKbs());
        assertEquals(LocalDate.of(2025, 3, 5), advisories.get("ADV236618").published());
        assertEquals(8.3, advisories.get("CVE-2025-21384").cves().get(0).score());
    }

    private void copy(Path samples, String sample, String table) throws Exception {
        Path page = folder.resolve("real").resolve(table).resolve("00000");
        Files.createDirectories(page.getParent());
        Files.copy(samples.resolve(sample), page);
    }
}
