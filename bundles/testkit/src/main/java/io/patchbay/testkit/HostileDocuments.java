package io.patchbay.testkit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hostile input in place of a document of a recorded case.
 *
 * <pre>{@code
 * HostileDocuments.replay(new ExampleProvider(), RecordedSnapshot.open(folder), "latest.html", "html");
 * }</pre>
 */
public final class HostileDocuments {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private HostileDocuments() {}

    /**
     * Parses the case once for each file in these folders of {@link Samples#badInput}, with the file in place of the document. The parse must end
     * well, or with a {@link FeedException} that names the document, in two minutes.
     *
     * @throws AssertionError if one does not
     */
    public static void replay(FeedProvider provider, RecordedSnapshot recorded, String document, String... folders)
            throws IOException {
        for (String folder : folders) {
            for (Path file : files(folder)) {
                byte[] bytes = Files.readAllBytes(file);
                assertTimeoutPreemptively(
                        LONGEST,
                        () -> parse(provider, recorded.with(document, bytes), document, file),
                        () -> "endless: " + file);
            }
        }
    }

    private static List<Path> files(String folder) throws IOException {
        Optional<Path> samples = Samples.badInput(folder);
        if (samples.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(samples.get())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void parse(FeedProvider provider, RecordedSnapshot snapshot, String document, Path file) {
        try {
            provider.parse(snapshot, new Forgetting());
        } catch (FeedException e) {
            String message = String.valueOf(e.getMessage());
            assertTrue(message.startsWith(document), () -> file + ": " + message);
        } catch (IOException | RuntimeException e) {
            fail(file.toString(), e);
        }
    }

    /** Forgets what it is told. */
    private static final class Forgetting implements UpdateSink {
        @Override
        public void accept(Update update) {}

        @Override
        public void accept(Advisory advisory) {}
    }
}
