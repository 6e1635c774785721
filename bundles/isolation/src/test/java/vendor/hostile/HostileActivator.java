package vendor.hostile;

import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A provider whose bundle says in its manifest which misbehaviour it has. */
public final class HostileActivator implements BundleActivator, FeedProvider {
    private Misbehaviour misbehaviour = Misbehaviour.NONE;

    @Override
    public void start(BundleContext context) throws Exception {
        misbehaviour = Misbehaviour.valueOf(context.getBundle().getHeaders("").get("Misbehaviour"));
        misbehaviour.inStart();
        context.registerService(FeedProvider.class, this, null);
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        misbehaviour.inStop();
    }

    @Override
    public ProviderInfo info() {
        return ProviderInfo.of("hostile", "Hostile Ltd", List.of(), "vendor.example");
    }

    @Override
    public List<Feed> feeds() {
        return List.of(Feed.text("list", "https://vendor.example/list"));
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        try {
            misbehaviour.inParse(sink);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
