package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedFetcher;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {
    @TempDir
    private Path folder;

    @Test
    void asksForTheChecksumsOfTheReleaseOnThePage() throws Exception {
        assertEquals(
                List.of(
                        URI.create("https://www.chiark.greenend.org.uk/~sgtatham/putty/latest.html"),
                        URI.create("https://www.chiark.greenend.org.uk/~sgtatham/putty/changes.html"),
                        URI.create("https://the.earth.li/~sgtatham/putty/0.85/sha256sums"),
                        URI.create("https://the.earth.li/~sgtatham/putty/0.85/sha512sums")),
                fetch(Recorded.of(Recorded.RELEASE_085)).asked());
    }

    @Test
    void getsAllThatParsingNeeds() throws Exception {
        Recorded recorded = Recorded.of(Recorded.RELEASE_085);
        assertEquals(recorded.updates(), Recorded.updates(fetch(recorded).snapshot()));
    }

    @Test
    void asksNothingOfAFolderThatTheGrammarOfVersionsDoesNotKnow() throws Exception {
        Recorded changed = Recorded.of(Recorded.RELEASE_085).copy(folder.resolve("case"));
        changed.edit("latest.html", "this is 0.85,", "this is ../../0.85,");
        assertThrows(FeedException.class, () -> fetch(changed));
    }

    private RecordedFetcher fetch(Recorded recorded) throws Exception {
        RecordedFetcher fetcher = new RecordedFetcher(recorded.snapshot(), folder.resolve("fetched"));
        new PuttyProvider().fetch(fetcher);
        return fetcher;
    }
}
