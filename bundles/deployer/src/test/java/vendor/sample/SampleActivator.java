package vendor.sample;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A provider bundle that behaves as its manifest says. */
public final class SampleActivator implements BundleActivator, FeedProvider {
    private String behaviour = "";

    @Override
    public void start(BundleContext context) throws InterruptedException, IOException {
        Dictionary<String, String> headers = context.getBundle().getHeaders();
        behaviour = String.valueOf(headers.get("Behaviour"));
        switch (behaviour) {
            case "hang" -> new CountDownLatch(1).await();
            case "hang on" -> hangOn();
            case "throw" -> throw new IllegalStateException("no licence");
            case "give way" -> giveWay(Path.of(headers.get("Sample-From")), Path.of(headers.get("Sample-To")));
            case "twice" -> {
                context.registerService(FeedProvider.class, this, null);
                context.registerService(FeedProvider.class, this, null);
            }
            case "silent" -> {}
            default -> context.registerService(FeedProvider.class, this, null);
        }
    }

    /** As if somebody had copied a better one over it before it failed. */
    private static void giveWay(Path better, Path own) throws IOException {
        Files.write(own, Files.readAllBytes(better));
        throw new IllegalStateException("gave way");
    }

    private static void hangOn() throws InterruptedException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            new CountDownLatch(1).await();
        }
    }

    @Override
    public void stop(BundleContext context) {}

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("sample", "Sample", List.of());
    }

    @Override
    public List<Feed> feeds() {
        if (behaviour.equals("no feeds")) {
            throw new IllegalStateException("no list");
        }
        return List.of();
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) {}
}
