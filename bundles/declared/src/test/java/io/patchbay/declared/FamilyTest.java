package io.patchbay.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents that there are one of for each release. */
class FamilyTest {
    @TempDir
    Path folder;

    private RecordedFetcher fetched(RecordedSnapshot upstream) throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(upstream, folder.resolve("fetched"));
        SampleFiles.provider("winscp").fetch(fetcher);
        return fetcher;
    }

    private static RecordedSnapshot recorded(String name) throws Exception {
        Path cases = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "winscp");
        return RecordedSnapshot.open(cases.resolve(name));
    }

    @Test
    void areFetchedForTheReleasesThatCount() throws Exception {
        List<URI> asked = fetched(recorded("2025-11-19-release-6.5.5")).asked();
        assertEquals(
                List.of(
                        URI.create("https://winscp.net/eng/docs/history"),
                        URI.create("https://winscp.net/download/WinSCP-6.5.5-ReadMe.txt"),
                        URI.create("https://winscp.net/download/WinSCP-6.5.3-ReadMe.txt")),
                asked.subList(0, 3));
    }

    @Test
    void areNeededOfTheNewestRelease() {
        assertThrows(
                IOException.class,
                () -> fetched(recorded("2025-11-19-release-6.5.5").without("readme/6.5.5")));
    }

    @Test
    void areWorthNoFailureOfAnOlderRelease() throws Exception {
        assertEquals(
                List.of("cve-index/nvd.json", "history.html", "readme/6.5.3"),
                fetched(recorded("2025-07-17-text-gone")).snapshot().documents().stream()
                        .map(document -> document.name())
                        .toList());
    }
}
