package io.patchbay.provider.microsoft.wsus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.patchbay.cabinet.LzxCabinets;
import io.patchbay.feeds.SnapshotFolder;
import io.patchbay.fetch.http.LoopbackClient;
import io.patchbay.spi.Document;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.wsus.FakeWsus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded cases are what a sync gets of {@link PatchTuesdays}; {@code -Dexpected=update} writes them anew. */
class RecordedCasesTest {
    private static final Path CASES = Path.of(System.getProperty("patchbay.root"), "vendor-feeds", "microsoft-wsus");

    private static final Set<String> BESIDE = Set.of("ORIGIN", "expected.json");

    @TempDir
    Path folder;

    private @Nullable SnapshotFolder last;

    @Test
    void recordedCasesAreWhatASyncGets() throws IOException, FeedException {
        Instant now = Instant.parse("2022-08-09T18:00:00Z");
        try (FakeWsus server = FakeWsus.start(() -> now);
                LoopbackClient client = SyncingTest.client(server, folder)) {
            server.compressWith(() -> LzxCabinets.writer(21));
            server.add(PatchTuesdays.categories());
            server.add(PatchTuesdays.august());
            check(client, "2022-08-09-patch-tuesday");
            server.add(PatchTuesdays.september());
            check(client, "2022-09-13-patch-tuesday");
            server.add(PatchTuesdays.amended());
            check(client, "2022-09-20-expired-and-amended");
        }
    }

    @Test
    void theRecordedExportIsWhatTheBuilderMakes() throws IOException {
        ExportBuilder export = new ExportBuilder();
        Stream.of(PatchTuesdays.categories()).forEach(export::add);
        Stream.of(PatchTuesdays.august()).forEach(export::add);
        check("2022-08-10-export", Map.of("export.cab", export.build(() -> LzxCabinets.writer(21))));
    }

    private void check(LoopbackClient client, String name) throws IOException, FeedException {
        last = client.fetch(last).snapshot();
        Map<String, byte[]> documents = new TreeMap<>();
        for (Document document : last.documents()) {
            try (InputStream in = last.open(document.name())) {
                documents.put(document.name(), in.readAllBytes());
            }
        }
        check(name, documents);
    }

    private static void check(String name, Map<String, byte[]> documents) throws IOException {
        Path recorded = CASES.resolve(name);
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            Path file = recorded.resolve(document.getKey());
            if (System.getProperty("expected", "").equals("update")) {
                Files.createDirectories(file.getParent());
                Files.write(file, document.getValue());
            }
            assertArrayEquals(document.getValue(), Files.readAllBytes(file), file.toString());
        }
        try (Stream<Path> files = Files.walk(recorded)) {
            Set<String> all = files.filter(Files::isRegularFile)
                    .map(file -> recorded.relativize(file).toString())
                    .filter(file -> !BESIDE.contains(file))
                    .collect(Collectors.toSet());
            assertEquals(documents.keySet(), all, name);
        }
    }
}
