package vendor.sample;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.util.List;

/** Ends the process that it is run in. */
public final class HaltingProvider implements FeedProvider {
    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("halting", "Sample Ltd", List.of(), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(Feed.text("list.txt", "https://vendor.example/list.txt"));
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) {
        Runtime.getRuntime().halt(7);
    }
}
