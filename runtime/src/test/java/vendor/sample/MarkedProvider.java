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
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.FrameworkUtil;

/**
 * A provider that writes its bundle's version into every title, so that an answer tells who gave it. The bundle says its id. Its feed is a
 * list of releases, one on each line; at the line {@code wait}, it waits until it is interrupted.
 */
public final class MarkedProvider implements FeedProvider {
    private static final Feed LIST = Feed.text("list.txt", "https://vendor.example/list.txt");

    private final String id = idOfBundle();

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of(id, "Sample Ltd", List.of(), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(LIST);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        String version =
                String.valueOf(FrameworkUtil.getBundle(MarkedProvider.class).getVersion());
        try (InputStream in = snapshot.open(LIST.name())) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                if (line.equals("wait")) {
                    awaitInterrupt();
                }
                sink.accept(update(line, version));
            }
        }
    }

    private static void awaitInterrupt() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException("the provider was told to end");
        }
    }

    private Update update(String name, String version) {
        Release release = Release.of(
                "Sample Ltd",
                List.of(Product.named("Sample " + id, "Sample")),
                null,
                null,
                Architecture.ANY,
                List.of(),
                Classification.UPDATES,
                null);
        return Update.builder(UpdateId.of(id, name), UpdateType.SOFTWARE)
                .release(release, LIST.name())
                .description(Description.english(name + " by " + version, ""), LIST.name())
                .build();
    }

    private static String idOfBundle() {
        try (InputStream in = MarkedProvider.class.getResourceAsStream("/id")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
