package @package@;

import io.patchbay.feeds.Json;
import io.patchbay.feeds.Value;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Digest;
import io.patchbay.model.Version;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The releases of @Name@, from the vendor's list. */
@Component
public final class @Name@Provider implements FeedProvider {
    static final Feed RELEASES = Feed.json("releases.json", "https://vendor.example/releases.json");
    static final Vendor VENDOR = Vendor.of(@Name@Provider.class);

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(RELEASES);
    }

    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        Value releases = Json.read(snapshot, RELEASES);
        if (releases.items().isEmpty()) {
            throw releases.failure("releases");
        }
        for (Value release : releases.items()) {
            VendorRelease published = new VendorRelease(RELEASES.name()).released(release.get("date").day());
            String version = release.get("version").version(VersionScheme.DOTTED);
            for (WindowsPackage of : VENDOR.packages(Version.of(VersionScheme.DOTTED, version))) {
                Digest digest = digest(release.get("sha256").get(of.file()));
                sink.accept(published.of(of, List.of(of.content(digest)), RELEASES.name()).build());
            }
        }
    }

    private static Digest digest(Value text) throws FeedException {
        try {
            return new Digest(Digest.Algorithm.SHA256, text.text(), RELEASES.name());
        } catch (IllegalArgumentException e) {
            throw text.failure("a SHA-256 in hex");
        }
    }
}
