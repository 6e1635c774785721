package vendor.sample;

import io.patchbay.model.Architecture;
import io.patchbay.model.Classification;
import io.patchbay.model.Description;
import io.patchbay.model.Product;
import io.patchbay.model.Release;
import io.patchbay.model.Update;
import io.patchbay.model.UpdateId;
import io.patchbay.model.UpdateType;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A provider whose feed is a list of releases, one on each line. */
public final class SampleProvider implements FeedProvider {
    private static final Feed LIST = Feed.text("list.txt", "https://vendor.example/list.txt");

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("sample", "Sample Ltd", List.of(), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(LIST);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        try (InputStream in = snapshot.open(LIST.name())) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                sink.accept(update(line));
            }
        }
    }

    private static Update update(String name) {
        Release release = Release.of(
                "Sample Ltd",
                List.of(Product.named("Sample", "Sample")),
                null,
                null,
                Architecture.ANY,
                List.of(),
                Classification.UPDATES,
                null);
        return Update.builder(UpdateId.of("sample", name), UpdateType.SOFTWARE)
                .release(release, LIST.name())
                .description(Description.english("Sample " + name, ""), LIST.name())
                .build();
    }
}
