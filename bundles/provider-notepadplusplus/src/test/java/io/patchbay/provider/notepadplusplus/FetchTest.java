package io.patchbay.provider.notepadplusplus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.model.Update;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
    private static final String DOWNLOADS = "https://github.com/notepad-plus-plus/notepad-plus-plus/releases/download/";

    @TempDir
    private Path folder;

    @Test
    void asksForTheChecksumsOfTheNewestReleaseAndWhatIsOffered() throws Exception {
        Path cases = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "notepadplusplus");
        RecordedSnapshot upstream = RecordedSnapshot.open(cases.resolve("2026-07-14-release-8.9.7"));
        RecordedFetcher fetcher = new RecordedFetcher(upstream, folder.resolve("fetched"));
        new NotepadProvider().fetch(fetcher);
        assertEquals(
                List.of(
                        NotepadProvider.RELEASES.url(),
                        URI.create(DOWNLOADS + "v8.9.7/npp.8.9.7.checksums.sha256"),
                        Offer.FEEDS.get(0).url(),
                        Offer.FEEDS.get(1).url(),
                        Offer.FEEDS.get(2).url(),
                        NotepadProvider.CVES.url()),
                fetcher.asked().subList(0, 6));
        assertEquals(updates(upstream), updates(fetcher.snapshot()));
    }

    private static List<Update> updates(Snapshot snapshot) throws Exception {
        List<Update> updates = new ArrayList<>();
        new NotepadProvider().parse(snapshot, updates::add);
        return updates;
    }
}
