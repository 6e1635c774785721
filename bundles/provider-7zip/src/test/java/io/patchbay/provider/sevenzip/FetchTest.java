package io.patchbay.provider.sevenzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.feeds.CveList;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
    private static final String LIST = "https://raw.githubusercontent.com/CVEProject/cvelistV5/main/cves/";

    @TempDir
    private Path folder;

    private RecordedSnapshot upstream;

    @BeforeEach
    void openCase() throws Exception {
        Path cases = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "7zip");
        upstream = RecordedSnapshot.open(cases.resolve("2025-11-21-cves-published"));
    }

    private RecordedFetcher fetched(RecordedSnapshot from) throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(from, folder.resolve("fetched"));
        new SevenZipProvider().fetch(fetcher);
        return fetcher;
    }

    @Test
    void asksForTheRecordsThatTheIndexNames() throws Exception {
        assertEquals(
                List.of(
                        SevenZipProvider.RELEASES.url(),
                        SevenZipProvider.CVES.url(),
                        URI.create(LIST + "2023/40xxx/CVE-2023-40481.json"),
                        URI.create(LIST + "2025/11xxx/CVE-2025-11001.json"),
                        URI.create(LIST + "2025/55xxx/CVE-2025-55188.json")),
                fetched(upstream).asked());
    }

    @Test
    void goesOnWithoutARecordThatCannotBeHad() throws Exception {
        RecordedSnapshot some = upstream.without("cve/CVE-2025-11001.json");
        assertEquals(2, CveList.read(fetched(some).snapshot()).size());
    }

    @Test
    void goesOnWithoutAnIndex() throws Exception {
        RecordedSnapshot none = upstream.without("cve-index/nvd.json");
        assertEquals(List.of(), CveList.read(fetched(none).snapshot()));
    }

    @Test
    void failsWithoutReleases() {
        assertThrows(IOException.class, () -> fetched(upstream.without("releases.json")));
    }
}
