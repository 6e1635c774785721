package io.patchbay.provider.microsoft.msrc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.spi.Document;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
    @TempDir
    private Path folder;

    private Snapshot fetch(FeedProvider provider, RecordedSnapshot upstream) throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(upstream, folder.resolve("made"));
        provider.fetch(fetcher);
        assertEquals(
                upstream.documents().stream().map(Document::name).toList(),
                fetcher.snapshot().documents().stream().map(Document::name).toList());
        return fetcher.snapshot();
    }

    @Test
    void aMonthIsKnownByTheDateOfItsRevision() throws Exception {
        Snapshot made = fetch(new MsrcProvider(), Recorded.open("microsoft-msrc/2022-08-10-exploited"));
        Document december = made.document("cvrf/2020-Dec").orElseThrow();
        assertEquals(Listed.tag("2020-12-15T08:00:00Z", Instant.EPOCH), december.tag());
        assertEquals(URI.create("https://api.msrc.microsoft.com/cvrf/v3.0/cvrf/2020-Dec"), december.url());
    }

    @Test
    void theGuideIsFetchedAsParsingNeedsIt() throws Exception {
        fetch(new GuideProvider(""), Recorded.open("microsoft-msrc-guide/2025-03-31-cloud"));
    }

    @Test
    void csafIsFetchedAsParsingNeedsIt() throws Exception {
        fetch(new CsafProvider(""), Recorded.open("microsoft-msrc-csaf/2025-04-18-in-both-trees"));
    }
}
