package vendor.sample;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A provider whose id tells which of some keys are configured for it. */
public final class CuriousProvider implements FeedProvider {
    private String id = "";

    /** Called by the framework. */
    public void activate(Map<String, Object> configuration) {
        id = Stream.of("curious", "colour", "url")
                .filter(key -> key.equals("curious") || configuration.containsKey(key))
                .collect(Collectors.joining("-"));
    }

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(id, "Curious Ltd", List.of(), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(Feed.text("list.txt", "https://vendor.example/list.txt"));
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) {
        // there is nothing to read
    }
}
