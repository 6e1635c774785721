package io.patchbay.fetch.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.patchbay.fetch.FetchRequest;
import io.patchbay.spi.Feed;
import io.patchbay.testkit.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hostile samples that are for the client: addresses, heads of answers, and compressed bodies. */
class HostileSamplesTest {
    private static final Feed FEED = Feed.json("latest.json", "https://github.com/latest.json");
    private static final AddressPolicy POLICY = new AddressPolicy(Set.of("github.com"), FEED.url(), false, Set.of());
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long LIMIT = 1 << 20;

    private final List<String> lookups = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void refusesEveryAddressBeforeAnythingIsLookedUp() throws IOException {
        HttpFeedClient client = client();
        for (String address : lines("url/must-refuse.txt")) {
            assertThrows(Exception.class, () -> fetch(client, new URI(address)), address);
            assertEquals(List.of(), lookups, address);
        }
        client.stop();
    }

    @Test
    void looksUpTheHostThatIsAllowed() throws IOException {
        HttpFeedClient client = client();
        assertThrows(IOException.class, () -> fetch(client, URI.create("https://github.com/x.exe")));
        assertEquals(List.of("github.com"), lookups);
        client.stop();
    }

    /** The lines, or one that is refused where the samples are not. */
    private static List<String> lines(String file) throws IOException {
        Optional<Path> sample = Samples.badInput(file);
        return sample.isPresent() ? Files.readAllLines(sample.get()) : List.of("http://127.0.0.1/");
    }

    private HttpFeedClient client() {
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), duration -> {}, () -> 1.0, this::lookUp);
        return new HttpFeedClient(surroundings, "Patchbay/test", Configs.fetch(Map.of()));
    }

    private InetAddress[] lookUp(String host) {
        lookups.add(host);
        return new InetAddress[0];
    }

    private void fetch(HttpFeedClient client, URI address) throws Exception {
        FakeVendor vendor = new FakeVendor(FEED, FEED.url().getHost(), fetcher -> fetcher.fetch(FEED, "x", address));
        client.fetch(vendor, FetchRequest.of(folder.resolve("snapshot"), null));
    }

    @Test
    void checksWhateverCallsItselfAnAddress() throws Exception {
        forEach("url/go-fuzz", bytes -> {
            try {
                POLICY.check(FEED.url().resolve(new URI(new String(bytes, StandardCharsets.UTF_8))));
            } catch (URISyntaxException | FetchFailure e) {
                // Refused, as it may be.
            }
        });
    }

    @Test
    void readsOrRefusesEveryHeadOfAnAnswer() throws Exception {
        forEach("http-response/go-fuzz", bytes -> {
            try {
                int status = ResponseHead.read(new ByteArrayInputStream(bytes)).status();
                assertTrue(status >= 200 && status < 600, "status " + status);
            } catch (FetchFailure e) {
                // Refused, as it may be.
            }
        });
    }

    @Test
    void readsOrRefusesEveryCompressedBody() throws Exception {
        forEach("gzip/go-fuzz", bytes -> {
            try (InputStream body = new GzipBody(new ByteArrayInputStream(bytes), LIMIT)) {
                assertTrue(body.readAllBytes().length <= LIMIT);
            } catch (FetchFailure e) {
                // Refused, as it may be.
            }
        });
    }

    /** Tries something with the bytes of each file in a folder of the samples. */
    private static void forEach(String samples, Trial trial) throws IOException {
        Optional<Path> found = Samples.badInput(samples);
        if (found.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.walk(found.get())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertTimeoutPreemptively(LONGEST, () -> trial.of(bytes), file.toString());
            }
        }
    }

    /** What is tried. */
    @FunctionalInterface
    private interface Trial {
        void of(byte[] bytes) throws IOException;
    }
}
