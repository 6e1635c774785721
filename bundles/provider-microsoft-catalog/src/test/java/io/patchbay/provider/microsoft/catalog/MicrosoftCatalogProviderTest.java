package io.patchbay.provider.microsoft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.patchbay.model.Update;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.testkit.ProviderContract;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicrosoftCatalogProviderTest extends ProviderContract {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "microsoft-catalog");

    @Override
    protected FeedProvider provider() {
        return new MicrosoftCatalogProvider(List.of("KB5025239"), Clock.systemUTC());
    }

    @Test
    void readsADetailsPageOnce() throws IOException, FeedException {
        FeedProvider provider = provider();
        Opened snapshot = new Opened(RecordedSnapshot.open(CASES.resolve("2023-05-09-windows-11")), new ArrayList<>());
        List<Update> first = new ArrayList<>();
        provider.parse(snapshot, first::add);
        assertFalse(snapshot.details().isEmpty());
        snapshot.names().clear();

        List<Update> second = new ArrayList<>();
        provider.parse(snapshot, second::add);

        assertEquals(List.of(), snapshot.details());
        assertEquals(first, second);
    }

    /** A snapshot that remembers what was opened. */
    private record Opened(Snapshot all, List<String> names) implements Snapshot {
        List<String> details() {
            return names.stream().filter(name -> name.startsWith("details/")).toList();
        }

        @Override
        public String name() {
            return all.name();
        }

        @Override
        public Extent extent() {
            return all.extent();
        }

        @Override
        public Optional<String> anchor() {
            return all.anchor();
        }

        @Override
        public List<Document> documents() {
            return all.documents();
        }

        @Override
        public InputStream open(String document) throws IOException, FeedException {
            names.add(document);
            return all.open(document);
        }
    }
}
