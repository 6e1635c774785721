package io.patchbay.provider.microsoft.msrc;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The recorded cases, to change for a test. */
final class Recorded {
    private Recorded() {}

    static RecordedSnapshot open(String recorded) throws IOException, FeedException {
        Path root = Path.of(System.getProperty("patchbay.root", ""));
        return RecordedSnapshot.open(root.resolve("vendor-feeds").resolve(recorded));
    }

    static String text(RecordedSnapshot snapshot, String document) throws IOException, FeedException {
        return new String(snapshot.bytes(document), StandardCharsets.UTF_8);
    }

    /** The case with another text in one of its documents. */
    static RecordedSnapshot edit(RecordedSnapshot snapshot, String document, String from, String to)
            throws IOException, FeedException {
        String text = text(snapshot, document);
        if (!text.contains(from)) {
            throw new AssertionError(document + " does not contain " + from);
        }
        return snapshot.with(document, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, Advisory> advisories(FeedProvider provider, Snapshot snapshot)
            throws IOException, FeedException {
        Map<String, Advisory> advisories = new LinkedHashMap<>();
        provider.parse(snapshot, new UpdateSink() {
            @Override
            public void accept(Update update) {
                throw new AssertionError("MSRC publishes no updates");
            }

            @Override
            public void accept(Advisory advisory) {
                advisories.put(advisory.id(), advisory);
            }
        });
        return advisories;
    }
}
