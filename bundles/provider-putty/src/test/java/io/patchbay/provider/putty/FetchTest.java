package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
    private static final URI LATEST = URI.create("https://www.chiark.greenend.org.uk/~sgtatham/putty/latest.html");
    private static final URI CHANGES = URI.create("https://www.chiark.greenend.org.uk/~sgtatham/putty/changes.html");

    @TempDir
    private Path folder;

    @Test
    void asksForTheChecksumsOfTheReleaseOnThePage() throws Exception {
        RecordedFetcher fetcher = fetcher(Recorded.release085());
        new PuttyProvider().fetch(fetcher);
        assertEquals(
                List.of(
                        LATEST,
                        CHANGES,
                        URI.create("https://the.earth.li/~sgtatham/putty/0.85/sha256sums"),
                        URI.create("https://the.earth.li/~sgtatham/putty/0.85/sha512sums")),
                fetcher.asked());
    }

    @Test
    void getsAllThatParsingNeeds() throws Exception {
        RecordedFetcher fetcher = fetcher(Recorded.release085());
        new PuttyProvider().fetch(fetcher);
        assertEquals(Recorded.updates(Recorded.release085()), Recorded.updates(fetcher.snapshot()));
    }

    @Test
    void makesNoAddressOfWhatIsNoVersion() throws Exception {
        RecordedFetcher fetcher =
                fetcher(Recorded.edit(Recorded.release085(), "latest.html", "this is 0.85,", "this is ../../other,"));
        assertThrows(FeedException.class, () -> new PuttyProvider().fetch(fetcher));
        assertEquals(List.of(LATEST, CHANGES), fetcher.asked());
    }

    private RecordedFetcher fetcher(RecordedSnapshot upstream) throws IOException {
        return new RecordedFetcher(upstream, folder.resolve("fetched"));
    }
}
