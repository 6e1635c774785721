package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.FetchResult;
import io.patchbay.spi.FeedException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalFileTest extends FetchingTest {
    private Path file(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("latest of today.json"), text);
        configure(Map.of("url", file.toUri().toString()));
        return file;
    }

    @Test
    void readsTheConfiguredFile() throws IOException, FeedException {
        Path file = file("{}");
        SnapshotFolder snapshot = fetch().snapshot();
        assertEquals("{}", text(snapshot, "latest.json"));
        assertEquals(file.toUri(), snapshot.documents().get(0).url());
    }

    @Test
    void noticesWhenItIsTheSame() throws IOException, FeedException {
        file("{}");
        SnapshotFolder first = fetch().snapshot();
        FetchResult again = fetch(new FakeVendor(), first);
        assertFalse(again.changed());
        assertEquals(first, again.snapshot());
    }

    @Test
    void refusesWhatIsNotOfTheFeedsKind() throws IOException {
        file("<html></html>");
        assertFailure("the document is not JSON but an HTML page");
    }

    @Test
    void refusesAFileBeyondTheLimit() throws IOException {
        Path file = file("{       }");
        configure(Map.of("url", file.toUri().toString(), "sizeLimit", 8L));
        assertFailure("longer than the limit of 8 bytes");
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        configure(Map.of("url", folder.resolve("gone.json").toUri().toString()));
        assertFailure("gone.json");
    }

    @Test
    void readsNoFileThatAProviderNames() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.json"), "{}");
        URI named = file.toUri();
        assertFailure(
                "only https is allowed",
                () -> fetch(new FakeVendor(FakeVendor.FEED, f -> f.fetch(FakeVendor.FEED, "a", named)), null));
    }
}
