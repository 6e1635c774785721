package io.patchbay.provider.google.chrome;

import io.patchbay.feeds.Omaha;
import io.patchbay.feeds.Omaha.Build;
import io.patchbay.feeds.Omaha.Offer;
import io.patchbay.feeds.Post;
import io.patchbay.feeds.vendor.Offers;
import io.patchbay.feeds.vendor.Vendor;
import io.patchbay.feeds.vendor.VendorRelease;
import io.patchbay.feeds.vendor.WindowsPackage;
import io.patchbay.feeds.vendor.Words;
import io.patchbay.model.ContentFile;
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
import org.osgi.service.component.annotations.Component;

/**
 * Chrome's stable and extended channels. The update service says which release a computer gets and what its installer is, version history
 * since when and how many get it, the release blog what it fixes; what the blog has not said yet comes as an amendment.
 */
@Component
public final class GoogleChromeProvider implements FeedProvider {
    static final Omaha SERVICE = Omaha.of(
            "https://update.googleapis.com/service/update2",
            "{8A69D345-D564-463C-AFF1-A69D9E530F96}",
            "_chrome_installer");
    static final Vendor VENDOR = Vendor.of(GoogleChromeProvider.class);
    private static final List<String> CHANNELS = List.of("stable", "extended");

    @Override
    public ProviderInfo info() {
        return VENDOR.info(feeds());
    }

    @Override
    public List<Feed> feeds() {
        return List.of(VersionHistory.FEED, SERVICE.feed(), ReleaseBlog.FEED);
    }

    @Override
    public void fetch(Fetcher fetcher) throws IOException, FeedException {
        fetcher.fetch(ReleaseBlog.FEED);
        for (String channel : CHANNELS) {
            SERVICE.fetch(fetcher, channel);
            for (Build build : Omaha.builds(channel)) {
                VersionHistory.fetch(fetcher, build);
            }
        }
    }

    /** What another processor does not get yet is not settled. */
    @Override
    public void parse(Snapshot snapshot, UpdateSink sink) throws IOException, FeedException {
        List<Post> posts = ReleaseBlog.read(snapshot);
        for (String channel : CHANNELS) {
            List<Offer> offered = SERVICE.read(snapshot, channel);
            Offers all = Offers.of(VersionScheme.FOUR_NUMBERS, offered, Offer::version);
            for (Offer offer : offered) {
                VendorRelease release = new VendorRelease(offer.document()).rollout(all.rollout(offer.version()));
                VersionHistory.read(snapshot, offer.build()).describe(release, offer.version());
                ReleaseBlog.describe(release, posts, offer.version());
                publish(release, offer, sink);
            }
        }
    }

    /** Where the updater gets its file the service says; the package for Windows Installer is at the same address for all releases. */
    private static void publish(VendorRelease release, Offer offer, UpdateSink sink) throws IOException, FeedException {
        Build build = offer.build();
        Words words = Words.of(offer.known()).with("installer", offer.file().name());
        for (WindowsPackage of : VENDOR.packages(build.channel(), offer.known(), words, build.processor())) {
            ContentFile file = of.url() == null ? offer.file() : of.content();
            sink.accept(release.of(of, file, offer.document()).build());
        }
    }
}
