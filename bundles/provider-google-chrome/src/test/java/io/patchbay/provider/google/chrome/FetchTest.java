package io.patchbay.provider.google.chrome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.testkit.RecordedCases;
import io.patchbay.testkit.RecordedFetcher;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
    private static final RecordedCases CASES = RecordedCases.of(new GoogleChromeProvider());

    @TempDir
    private Path folder;

    @Test
    void getsAllThatParsingNeeds() throws Exception {
        var recorded = CASES.open("2026-04-30-rolled-out");
        RecordedFetcher fetcher = new RecordedFetcher(recorded, folder.resolve("made"));
        new GoogleChromeProvider().fetch(fetcher);
        assertEquals(CASES.updates(recorded), CASES.updates(fetcher.snapshot()));
        assertTrue(fetcher.asked()
                .contains(URI.create(
                        "https://versionhistory.googleapis.com/v1/chrome/platforms/win_arm64/channels/extended/"
                                + "versions/all/releases?order_by=starttime%20desc&page_size=50")));
    }
}
