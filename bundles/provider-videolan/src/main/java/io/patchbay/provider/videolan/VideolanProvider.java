package io.patchbay.provider.videolan;

import io.patchbay.feeds.CveList;
import io.patchbay.feeds.DetachedSignatures;
import io.patchbay.feeds.OpenPgpSigner;
import io.patchbay.feeds.vendor.FileChecksums;
import io.patchbay.feeds.vendor.Offers;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.model.Security;
import io.patchbay.model.VersionScheme;
import io.patchbay.spi.Feed;
import io.patchbay.spi.FeedException;
import io.patchbay.spi.FeedProvider;
import io.patchbay.spi.Fetcher;
import io.patchbay.spi.ProviderInfo;
import io.patchbay.spi.Snapshot;
import io.patchbay.spi.UpdateSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** VLC media player, as its own updater is told: only status files that VideoLAN signed count. They tell no day of release. */
@Component
public final class VideolanProvider implements FeedProvider {
    private static final String DOWNLOADS = "https://download.videolan.org/pub/";
    static final Feed KEY = Feed.text("release-key.asc", DOWNLOADS + "keys/7180713BE58D1ADC.asc");
    static final FileChecksums SUMS = FileChecksums.of(DOWNLOADS + "vlc/", "https://get.videolan.org/vlc/");
    static final Feed INDEX = Feed.html("security.html", "https://www.videolan.org/security/");
    static final Feed BULLETINS = Feed.html("bulletins", "https://www.videolan.org/security/");
    static final Feed CVES = CveList.index("cpe:2.3:a:videolan:vlc_media_player");
    static final Vendor VENDOR = Vendor.of(VideolanProvider.class);

    private final DetachedSignatures signatures;

    /** With VideoLAN's release key. */
    @Activate
    public VideolanProvider() {
        this("65F7C6B4206BD057A7EB73787180713BE58D1ADC");
    }

    VideolanProvider(String fingerprint) {
        signatures = DetachedSignatures.of(Status.X86, ".asc", new OpenPgpSigner(KEY, Set.of(fingerprint)));
    }

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(
                KEY, Status.X86, Status.X64, signatures.feed(), SUMS.feed(), INDEX, BULLETINS, CVES, CveList.RECORDS);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(KEY);
        signatures.fetch(fetcher, Status.X86);
        signatures.fetch(fetcher, Status.X64);
        List<Status> current = Status.read(fetcher.snapshot(), signatures);
        for (Status status : current) {
            SUMS.fetch(fetcher, status.packages());
        }
        Bulletin.fetch(fetcher, current);
        CveList.fetch(fetcher, CVES);
    }

    /** A newer release that is only offered for one processor is on its way to the other. */
    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<Status> current = Status.read(snapshot, signatures);
        Offers offers = Offers.of(VersionScheme.VLC, current, Status::version);
        Map<String, Security> fixed = Bulletin.read(snapshot, current);
        for (Status status : current) {
            VendorRelease release = new VendorRelease(status.document())
                    .rollout(offers.rollout(status.version()))
                    .told(status.words())
                    .fixes(fixed.getOrDefault(status.version(), Security.UNSPECIFIED), INDEX.name());
            for (WindowsPackage of : status.packages()) {
                // The address leads to a mirror, another one each time; the digest says what it must lead to.
                release.publish(of, SUMS.content(snapshot, of), status.document(), sink);
            }
        }
    }
}
