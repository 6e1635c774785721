package io.patchbay.provider.putty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.testkit.RecordedFetcher;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for, and that checksums count only if they are signed. The key and the signatures were made by GnuPG for these tests. */
final class FetchTest {
    private static final String PAGES = "https://www.chiark.greenend.org.uk/~sgtatham/putty/";
    private static final String FILES = "https://the.earth.li/~sgtatham/putty/0.85/";
    private static final Set<String> KEY = Set.of("EE0373C65BFAA17DD7F5A6A4A7051E86A9C1C786");

    @TempDir
    private Path folder;

    private Path upstream;

    @BeforeEach
    void signTheRelease() throws Exception {
        upstream = folder.resolve("signed");
        copy(Recorded.release085().path());
        Files.writeString(
                upstream.resolve("keys.html"),
                "<html><body><a href=\"keys/master-2026.asc\">Master</a> <a href=\"keys/release-2026.asc\">Release</a></body></html>");
        resource("release-2026.asc", "keys/release-2026.asc");
        resource("sha256sums.gpg", "signatures/sha256sums/0.85");
        resource("sha512sums.gpg", "signatures/sha512sums/0.85");
    }

    private void copy(Path recorded) throws IOException {
        try (Stream<Path> files = Files.walk(recorded)) {
            for (Path file : files.toList()) {
                Files.copy(file, upstream.resolve(recorded.relativize(file).toString()));
            }
        }
    }

    private void resource(String name, String document) throws IOException {
        Path target = upstream.resolve(document);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream resource = Objects.requireNonNull(FetchTest.class.getResourceAsStream(name))) {
            Files.copy(resource, target);
        }
    }

    private RecordedFetcher fetcher() throws Exception {
        return new RecordedFetcher(RecordedSnapshot.open(upstream), folder.resolve("fetched"));
    }

    private List<Update> fetched(PuttyProvider provider) throws Exception {
        RecordedFetcher fetcher = fetcher();
        provider.fetch(fetcher);
        List<Update> updates = new ArrayList<>();
        provider.parse(fetcher.snapshot(), updates::add);
        return updates;
    }

    @Test
    void asksForTheKeysAndTheChecksumsOfTheReleaseOnThePage() throws Exception {
        RecordedFetcher fetcher = fetcher();
        new PuttyProvider(KEY).fetch(fetcher);
        assertEquals(
                List.of(
                        URI.create(PAGES + "latest.html"),
                        URI.create(PAGES + "changes.html"),
                        URI.create(PAGES + "keys.html"),
                        URI.create(PAGES + "keys/release-2026.asc"),
                        URI.create(FILES + "sha256sums"),
                        URI.create(FILES + "sha256sums.gpg"),
                        URI.create(FILES + "sha512sums"),
                        URI.create(FILES + "sha512sums.gpg")),
                fetcher.asked().subList(0, 8));
    }

    @Test
    void getsAllThatParsingNeeds() throws Exception {
        assertEquals(Recorded.updates(Recorded.release085()), fetched(new PuttyProvider(KEY)));
    }

    @Test
    void refusesChecksumsThatWereChangedOnTheirWay() throws Exception {
        Path sums = upstream.resolve("sha512sums/0.85");
        Files.writeString(sums, Files.readString(sums).replace('a', 'b'));
        FeedException refused = assertThrows(FeedException.class, () -> fetched(new PuttyProvider(KEY)));
        assertEquals("signatures/sha512sums/0.85", refused.feed());
    }

    @Test
    void believesNoOtherKeyThanThoseOfPutty() {
        FeedException refused = assertThrows(FeedException.class, () -> fetched(new PuttyProvider()));
        assertEquals("keys", refused.feed());
    }

    @Test
    void fetchesNothingWithoutASignature() throws Exception {
        Files.delete(upstream.resolve("signatures/sha256sums/0.85"));
        assertThrows(IOException.class, () -> fetched(new PuttyProvider(KEY)));
    }

    @Test
    void noticesAPageOfKeysWithoutAny() throws Exception {
        Files.writeString(upstream.resolve("keys.html"), "<html><body>Our keys have moved</body></html>");
        FeedException refused = assertThrows(FeedException.class, () -> fetched(new PuttyProvider(KEY)));
        assertEquals("keys.html", refused.feed());
    }

    @Test
    void makesNoAddressOfWhatIsNoVersion() throws Exception {
        Path page = upstream.resolve("latest.html");
        Files.writeString(page, Files.readString(page).replace("this is 0.85,", "this is ../../other,"));
        RecordedFetcher fetcher = fetcher();
        assertThrows(FeedException.class, () -> new PuttyProvider(KEY).fetch(fetcher));
        assertEquals(2, fetcher.asked().size());
    }
}
