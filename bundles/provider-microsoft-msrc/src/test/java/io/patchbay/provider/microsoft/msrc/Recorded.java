package io.patchbay.provider.microsoft.msrc;

import io.patchbay.model.Advisory;
import io.patchbay.model.Update;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import io.patchbay.testkit.RecordedSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The recorded cases, and the advisories in them. */
final class Recorded {
    private Recorded() {}

    static RecordedSnapshot open(String recorded) throws IOException, FeedException {
        Path root = Path.of(System.getProperty("patchbay.root", ""));
        return RecordedSnapshot.open(root.resolve("vendor-feeds").resolve(recorded));
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
